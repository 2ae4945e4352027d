namespace Petitions.Web.Navigation;

public sealed record StaffNavLine(StaffNavItem Item, bool Current);
