using System.Globalization;
using Petitions.Services.Petitions.Documents.OnDemand;

namespace Petitions.Web.Areas.Casework.Forms;

/// <summary>A document on demand; one form for all types, each sends the fields it has.</summary>
public sealed class OnDemandForm
{
    public string? Type { get; set; }

    public int Seen { get; set; }

    public string? UrgeText { get; set; }

    public Guid? VisitId { get; set; }

    public Guid? DocumentId { get; set; }

    public string? Way { get; set; }

    public string? ServedOn { get; set; }

    public IssueOnDemand Request(string number) => new()
    {
        Number = number,
        Type = Type ?? "",
        Seen = Seen,
        Text = UrgeText,
        VisitId = VisitId,
        DocumentId = DocumentId,
        Way = Way,
        ServedOn = DateOnly.TryParseExact(ServedOn, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
    };

    /// <summary>The field a rule is about.</summary>
    public static string FieldOf(string code) => code switch
    {
        "document.text" => nameof(UrgeText),
        "document.no-visit" => nameof(VisitId),
        "document.no-document" => nameof(DocumentId),
        "document.way" => nameof(Way),
        "document.served-on" => nameof(ServedOn),
        _ => "",
    };
}
