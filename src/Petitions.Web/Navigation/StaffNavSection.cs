namespace Petitions.Web.Navigation;

/// <summary>Lines that belong together.</summary>
/// <param name="Title">Their heading; null where none is needed.</param>
/// <param name="Lines">In their order.</param>
public sealed record StaffNavSection(string? Title, IReadOnlyList<StaffNavLine> Lines);
