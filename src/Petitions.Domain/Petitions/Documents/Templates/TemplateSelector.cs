namespace Petitions.Domain.Petitions.Documents.Templates;

/// <summary>What a template is for: a document type, and where narrower a state, category or track; empty means any.</summary>
public sealed record TemplateSelector
{
    /// <summary>List DocumentType.</summary>
    public required string Type { get; init; }

    public string State { get; init; } = "";

    public string Category { get; init; } = "";

    public string Track { get; init; } = "";
}
