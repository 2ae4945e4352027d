using System.Globalization;
using Petitions.Domain.Clocks;
using Petitions.Domain.Exports;
using Petitions.Domain.People;
using Petitions.Services.Offices;
using Petitions.Services.Reference;

namespace Petitions.Services.Exports;

/// <summary>Rows as text: labels in the maker's language, names masked unless he opened them with a second person (security.md B3, C6).</summary>
public sealed class ExportTable(ReferenceCatalog reference, OfficeCatalog offices)
{
    private static readonly string[] Columns =
        ["number", "received", "office", "department", "channel", "category", "sub", "state", "handler", "due", "closed", "outcome", "people", "matter"];

    public static IReadOnlyList<string> Headings(string language) => [.. Columns.Select(code => ExportTexts.Of(code, language))];

    /// <param name="row">The matter.</param>
    /// <param name="clear">Whether its petitioner stands in clear.</param>
    /// <param name="language">Of labels.</param>
    public IReadOnlyList<string> Cells(ExportRow row, bool clear, string language)
    {
        var chinese = !language.StartsWith("en", StringComparison.OrdinalIgnoreCase);
        var isSealed = row.Confidentiality == "Sealed";
        return
        [
            row.Number,
            Day(row.ReceivedOn),
            offices.Office(row.OfficeId) is { } office ? chinese ? office.NameZh : office.NameEn : "",
            offices.Department(row.DepartmentId) is { } department ? chinese ? department.NameZh : department.NameEn : "",
            reference.Label("IntakeChannel", row.Channel, language),
            reference.Label("PetitionCategory", row.Category, language),
            reference.Label("PetitionSubCategory", row.SubCategory, language),
            ExportTexts.State(row.State, language),
            row.Handler ?? "",
            Day(row.DueOn),
            row.ClosedAt is { } closed ? Day(ChinaTime.DateOf(closed)) : "",
            reference.Label("Outcome", row.Outcome, language),
            isSealed ? ExportTexts.Of("sealed", language) : People(row, clear, language),
            isSealed ? ExportTexts.Of("sealed", language) : row.Title,
        ];
    }

    public static string Watermark(ExportJob job, string maker, int rows, DateTime now) => ExportTexts.Of("watermark", job.Language,
        maker, ChinaTime.LocalOf(now).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), rows, job.Id.ToString("N")[^8..]);

    private static string People(ExportRow row, bool clear, string language) => row.IdentityMode switch
    {
        "NameWithheld" => ExportTexts.Of("withheld", language),
        "Anonymous" => ExportTexts.Of("anonymous", language),
        _ => string.Join("、", row.People.Where(name => !string.IsNullOrEmpty(name)).Select(name => clear ? name : Masked.Name(name))),
    };

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
