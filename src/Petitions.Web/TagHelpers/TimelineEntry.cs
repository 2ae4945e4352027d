namespace Petitions.Web.TagHelpers;

/// <summary>One dated line of a timeline; <paramref name="Machine"/> is for the datetime attribute; <paramref name="Who"/> is a name, <paramref name="Mark"/> a word in the language of the page.</summary>
public sealed record TimelineEntry(string When, string Title, string? Text = null, string? Machine = null, string? Who = null, string? Mark = null, bool Pending = false);
