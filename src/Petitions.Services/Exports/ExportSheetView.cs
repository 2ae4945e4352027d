using Petitions.Domain.Exports;

namespace Petitions.Services.Exports;

/// <summary>An export as a page shows it.</summary>
/// <param name="Job">Its state.</param>
/// <param name="Source">List and filter.</param>
/// <param name="Maker">Name of the maker.</param>
/// <param name="Downloads">How often it was fetched.</param>
public sealed record ExportSheetView(ExportJob Job, ExportSource Source, string Maker, int Downloads);
