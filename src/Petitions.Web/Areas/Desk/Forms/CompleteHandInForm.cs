using Petitions.Domain.People;
using Petitions.Services.HandIns;
using Petitions.Services.Petitions;

namespace Petitions.Web.Areas.Desk.Forms;

/// <summary>What the intake desk adds to a hand-in.</summary>
public sealed class CompleteHandInForm
{
    public string? IdKind { get; set; } = "ResidentId";

    public string? IdNumber { get; set; }

    public string? Phone { get; set; }

    public string? Address { get; set; }

    public string NoticeWay { get; set; } = "Portal";

    public string? RespondentName { get; set; }

    public RespondentKind RespondentKind { get; set; }

    public string? Addition { get; set; }

    public CompleteHandIn ToRequest(IReadOnlyDictionary<string, string> names, string comma) => new()
    {
        Person = new FiledPerson { IdKind = Clean(IdNumber) is null ? null : IdKind, IdNumber = Clean(IdNumber), Phone = Clean(Phone), Address = Clean(Address) },
        NoticeWay = NoticeWay,
        RespondentName = Clean(RespondentName),
        RespondentKind = RespondentKind,
        Addition = Addition,
        FieldNames = names,
        Comma = comma,
    };

    public static string FieldOf(string code) => code switch
    {
        "entry.id-check-digit" or "entry.id-number" => nameof(IdNumber),
        "petition.id-kind" => nameof(IdKind),
        "entry.phone" or "entry.notice-phone" => nameof(Phone),
        "entry.notice-address" => nameof(Address),
        "petition.notice-way" => nameof(NoticeWay),
        "respondent.name" => nameof(RespondentName),
        "petition.addition" => nameof(Addition),
        _ => "",
    };

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
