namespace Petitions.Domain.Petitions.Documents.Templates;

/// <summary>The next version of a template: its text, the first day it holds, and why it was changed.</summary>
public sealed record TemplateChange
{
    public required string Text { get; init; }

    public required DateOnly ValidFrom { get; init; }

    public required string Reason { get; init; }
}
