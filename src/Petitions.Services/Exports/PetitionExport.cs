using System.Runtime.CompilerServices;
using Petitions.Domain.Exports;
using Petitions.Domain.Offices;

namespace Petitions.Services.Exports;

/// <summary>Matters of a list or a search.</summary>
public sealed class PetitionExport(ExportRows rows, ExportTable table) : IExportKind
{
    public string Name => "petitions";

    public bool Takes(ExportSource source) => source.Visits is null;

    public string Title(string language) => ExportTexts.Of("title", language);

    public IReadOnlyList<string> Headings(string language) => ExportTable.Headings(language);

    public async IAsyncEnumerable<ExportPage> ReadAsync(ExportJob job, ExportSource source, Actor maker, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var page in rows.ReadAsync(source, maker, ct))
        {
            var clear = job.WithNames ? await rows.OpenIdentitiesAsync([.. page.Select(row => row.Id)], maker, ct) : [];
            yield return new ExportPage([.. page.Select(row => table.Cells(row, clear.Contains(row.Id), job.Language))],
                [.. page.Where(row => clear.Contains(row.Id) && row.IdentityMode is not ("NameWithheld" or "Anonymous")).Select(row => row.Id)]);
        }
    }
}
