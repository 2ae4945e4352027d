namespace Petitions.Services.Exports;

/// <summary>A table to write.</summary>
/// <param name="Title">Name of the sheet.</param>
/// <param name="Headings">First row.</param>
/// <param name="Rows">The matters or visits.</param>
/// <param name="Watermark">Who made it, when, how many rows: last row, page footer and properties.</param>
/// <param name="Author">Who made it.</param>
/// <param name="At">When.</param>
public sealed record ExportSheet(string Title, IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<string>> Rows, string Watermark, string Author, DateTime At);
