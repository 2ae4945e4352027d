namespace Petitions.Web.TagHelpers;

/// <summary>One value of a chart, with the words beside it where they are not the bare number, and where its rows are.</summary>
public sealed record ChartItem(string Label, int Value, string? Shown = null, string? Href = null);
