namespace Petitions.Web.TagHelpers;

public sealed record TaskRow(string Text, TaskRowState State, string? Href = null);
