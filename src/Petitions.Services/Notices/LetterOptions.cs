namespace Petitions.Services.Notices;

/// <summary>Section <c>Documents:Letters</c>.</summary>
public sealed class LetterOptions
{
    public const string Section = "Documents:Letters";

    /// <summary>Where plain envelopes come back to: a post box without the name of the office. Empty prints none.</summary>
    public string ReturnBox { get; init; } = "";
}
