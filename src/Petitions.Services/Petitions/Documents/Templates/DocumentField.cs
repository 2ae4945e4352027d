namespace Petitions.Services.Petitions.Documents.Templates;

/// <summary>A field a template may name, with its labels and an invented value for the preview.</summary>
public sealed record DocumentField(string Name, string Zh, string En, string Sample);
