namespace Petitions.Services.Exports;

/// <summary>Some rows of an export as text, and the matters whose people stand in clear in them: those were read.</summary>
public sealed record ExportPage(IReadOnlyList<IReadOnlyList<string>> Rows, IReadOnlyList<Guid> Opened);
