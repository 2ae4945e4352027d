namespace Petitions.Services.Petitions.Documents.Templates;

/// <summary>One version of a template.</summary>
public sealed record TemplateLine(
    Guid Id, string Type, string State, string Category, string Track, int Version, string Text, DateOnly ValidFrom, DateOnly? ValidTo, string Reason);
