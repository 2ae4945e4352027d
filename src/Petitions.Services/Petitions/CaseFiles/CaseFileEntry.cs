namespace Petitions.Services.Petitions.CaseFiles;

/// <summary>One line of a list in the file: when, what (a code of its kind), who, and the words.</summary>
public sealed record CaseFileEntry(DateTime At, string Code, string? Who, string Text)
{
    /// <summary>How it ended: a code of the same kind.</summary>
    public string? Result { get; init; }

    public DateTime? ResultAt { get; init; }

    public string? ResultBy { get; init; }

    /// <summary>Reason of the end, postal number, why a letter came back.</summary>
    public string? ResultText { get; init; }
}
