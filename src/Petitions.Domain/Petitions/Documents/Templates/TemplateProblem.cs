namespace Petitions.Domain.Petitions.Documents.Templates;

/// <summary>Something a template may not hold, and in which line.</summary>
/// <param name="Line">Counted from one.</param>
/// <param name="Code"><c>field</c> (no such field), <c>open</c> (a part never closed), <c>close</c> (closed, never opened), <c>mark</c> (a brace or directive that means nothing).</param>
/// <param name="What">The words in question.</param>
public sealed record TemplateProblem(int Line, string Code, string What);
