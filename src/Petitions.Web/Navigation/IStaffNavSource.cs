namespace Petitions.Web.Navigation;

/// <summary>Each audience adds its own lines to the staff navigation: register an implementation, the layout finds it.</summary>
public interface IStaffNavSource
{
    IEnumerable<StaffNavItem> Items();
}
