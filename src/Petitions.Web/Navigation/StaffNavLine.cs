namespace Petitions.Web.Navigation;

/// <summary>A line as it is shown.</summary>
/// <param name="Item">What it leads to.</param>
/// <param name="Current">Value of aria-current: "page" on that very page, "true" on a page below it, null elsewhere.</param>
public sealed record StaffNavLine(StaffNavItem Item, string? Current);
