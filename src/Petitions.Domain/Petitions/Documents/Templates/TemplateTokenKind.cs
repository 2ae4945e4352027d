namespace Petitions.Domain.Petitions.Documents.Templates;

/// <summary>What a piece of a template is.</summary>
internal enum TemplateTokenKind
{
    Text,
    Field,
    WhenGiven,
    WhenMissing,
    End,
    Broken,
}
