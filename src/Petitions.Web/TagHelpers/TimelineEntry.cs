namespace Petitions.Web.TagHelpers;

/// <summary>One dated line of a timeline; <paramref name="Machine"/> is for the datetime attribute.</summary>
public sealed record TimelineEntry(string When, string Title, string? Text = null, string? Machine = null, string? Who = null, bool Pending = false);
