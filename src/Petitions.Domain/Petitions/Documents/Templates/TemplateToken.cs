namespace Petitions.Domain.Petitions.Documents.Templates;

/// <summary>A piece of a template: plain text, or a mark in braces.</summary>
internal sealed record TemplateToken(TemplateTokenKind Kind, string Text, int Line);
