using System.Runtime.CompilerServices;
using Petitions.Domain.Exports;
using Petitions.Domain.Offices;
using Petitions.Services.Receptions;
using Petitions.Services.Receptions.Ledger;

namespace Petitions.Services.Exports;

/// <summary>The register of visits (来访登记簿) of a period.</summary>
public sealed class LedgerExport(LedgerQueries ledger, LedgerTable table) : IExportKind
{
    private const int Page = 200;

    public string Name => "visits";

    public bool Takes(ExportSource source) => source.Visits is not null;

    public string Title(string language) => ExportTexts.Of("visits.title", language);

    public IReadOnlyList<string> Headings(string language) => LedgerTable.Headings(language);

    public async IAsyncEnumerable<ExportPage> ReadAsync(ExportJob job, ExportSource source, Actor maker, [EnumeratorCancellation] CancellationToken ct)
    {
        // The register itself says what he may see of it; here only whether he may take it along.
        var filter = source.Visits!;
        if (!maker.OfficesFor(Abilities.ExportPetitions).Contains(filter.Office ?? Guid.Empty))
        {
            yield break;
        }

        for (VisitKey? after = null; ;)
        {
            var lines = await ledger.ReadAsync(filter, after, Page, job.WithNames, maker, ct);
            if (lines.Count > 0)
            {
                yield return new ExportPage([.. lines.Select(line => table.Cells(line, job.Language))], [.. lines.Where(line => line.Clear).SelectMany(line => line.MatterIds).Distinct()]);
                after = new VisitKey(lines[^1].ArrivedAt, lines[^1].Id);
            }

            if (lines.Count < Page)
            {
                yield break;
            }
        }
    }
}
