using System.Globalization;
using Petitions.Domain.Clocks;
using Petitions.Services.Exports;
using Petitions.Services.Offices;
using Petitions.Services.Reference;

namespace Petitions.Services.Receptions.Ledger;

/// <summary>Lines of the register as text, in the columns of the form (domain.md 4.2, 来访登记表), labels in the maker's language.</summary>
public sealed class LedgerTable(ReferenceCatalog reference, OfficeCatalog offices)
{
    private static readonly string[] Columns =
    [
        "ticket", "arrived", "started", "ended", "waited", "talked", "point", "form", "visitor", "age", "id-kind", "id-number", "phone", "address",
        "group", "representatives", "needs", "claim", "repeat", "numbers", "receivers", "result",
    ];

    public static IReadOnlyList<string> Headings(string language) => [.. Columns.Select(code => ExportTexts.Of("visits." + code, language))];

    public IReadOnlyList<string> Cells(LedgerLine line, string language)
    {
        var chinese = !language.StartsWith("en", StringComparison.OrdinalIgnoreCase);
        var point = offices.ServicePoints.FirstOrDefault(each => each.Id == line.ServicePointId);
        return
        [
            line.Ticket.ToString(),
            Moment(line.ArrivedAt),
            Moment(line.StartedAt),
            Moment(line.EndedAt),
            Minutes(line.Waited),
            Minutes(line.Talked),
            point is null ? "" : chinese ? point.NameZh : point.NameEn,
            reference.Label("ReceptionForm", line.Form, language),
            People(line, language),
            Number(line.Age),
            reference.Label("IdKind", line.IdKind, language),
            line.IdNumber,
            line.Phone,
            line.Address,
            Number(line.GroupSize),
            Number(line.Representatives),
            string.Join(Comma(language), line.Needs.Select(need => reference.Label("SpecialNeed", need, language))),
            line.Secrecy == LedgerSecrecy.None ? line.Topic ?? "" : Hidden(line, language),
            line.Repeat is { } kind ? ExportTexts.Of($"repeat.{kind}", language) : "",
            string.Join(" ", line.Matters),
            string.Join(Comma(language), new[] { line.Receiver, line.SecondReceiver }.OfType<string>()),
            Outcome(line, language),
        ];
    }

    private static string People(LedgerLine line, string language)
    {
        if (line.Secrecy != LedgerSecrecy.None)
        {
            return Hidden(line, language);
        }

        var names = line.Names.Count == 0 ? ExportTexts.Of("nameless", language) : string.Join(Comma(language), line.Names);
        return line.ActsFor is { } principal ? ExportTexts.Of("acts-for", language, names, principal) : names;
    }

    private static string Hidden(LedgerLine line, string language) => ExportTexts.Of(line.Secrecy == LedgerSecrecy.Sealed ? "sealed" : "withheld", language);

    private static string Outcome(LedgerLine line, string language)
    {
        var outcome = ExportTexts.Of(line.Outcome is { } known ? $"outcome.{known}" : "outcome.open", language);
        return string.IsNullOrWhiteSpace(line.OutcomeNote) ? outcome : ExportTexts.Of("outcome.with-note", language, outcome, line.OutcomeNote);
    }

    private static string Comma(string language) => ExportTexts.Of("comma", language);

    private static string Moment(DateTime? at) => at is { } known ? ChinaTime.LocalOf(known).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "";

    /// <summary>Whole minutes begun, as a register tells them.</summary>
    private static string Minutes(int seconds) => ((seconds + 59) / 60).ToString(CultureInfo.InvariantCulture);

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
