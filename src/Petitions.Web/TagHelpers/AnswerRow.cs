namespace Petitions.Web.TagHelpers;

/// <summary>One line of a check-answers page. No value means the question was left open.</summary>
public sealed record AnswerRow(string Label, string? Value, string? ChangeHref = null);
