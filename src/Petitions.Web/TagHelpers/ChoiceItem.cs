namespace Petitions.Web.TagHelpers;

/// <summary>One choice of a list of radios, boxes or options; texts already in the language of the page, or in <paramref name="Lang"/>, as names are.</summary>
public sealed record ChoiceItem(string Value, string Text, string? Hint = null, string? Lang = null);
