namespace Petitions.Web.Navigation;

/// <summary>A line for the footer in Development, such as "clock moved by 3 days, seed 42". Register to show one.</summary>
public interface IDevNotice
{
    string? Text();
}
