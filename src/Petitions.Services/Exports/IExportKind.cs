using Petitions.Domain.Exports;
using Petitions.Domain.Offices;

namespace Petitions.Services.Exports;

/// <summary>
/// What can be exported: matters, or the register of visits. Job, limit, second person, watermark, fact and fetching are
/// the same for all; a kind says which rows, under the wall and the reach its maker has when it runs.
/// </summary>
public interface IExportKind
{
    /// <summary>Begins the name of the file.</summary>
    string Name { get; }

    bool Takes(ExportSource source);

    string Title(string language);

    IReadOnlyList<string> Headings(string language);

    /// <summary>The rows page by page, only of offices where the maker may export.</summary>
    IAsyncEnumerable<ExportPage> ReadAsync(ExportJob job, ExportSource source, Actor maker, CancellationToken ct);
}
