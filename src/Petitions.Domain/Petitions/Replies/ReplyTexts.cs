namespace Petitions.Domain.Petitions.Replies;

/// <summary>What the drafter writes.</summary>
public sealed record ReplyTexts
{
    /// <summary>Version of the draft the writer had before him, 0 when there was none; null when nobody else can have written.</summary>
    public int? Seen { get; init; }

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
