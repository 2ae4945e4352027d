namespace Petitions.Domain.Petitions.Replies;

/// <summary>What the drafter writes.</summary>
public sealed record ReplyTexts
{
    public string Facts { get; init; } = "";

    public string Law { get; init; } = "";

    public string Articles { get; init; } = "";

    public string Reason { get; init; } = "";

    public string ClaimAnswers { get; init; } = "";

    public string? Assessment { get; init; }

    public string Remedy { get; init; } = "";

    internal bool AllWithin(int max) =>
        Facts.Length <= max && Law.Length <= max && Reason.Length <= max && ClaimAnswers.Length <= max && Articles.Length <= Reply.ArticlesMax;
}
