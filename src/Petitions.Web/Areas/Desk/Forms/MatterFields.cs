using Petitions.Domain.People;
using Petitions.Services.Petitions;
using Petitions.Services.Receptions;
using Petitions.Web.Hosting;

namespace Petitions.Web.Areas.Desk.Forms;

/// <summary>A petition as a clerk types it: part of the forms of visits, calls and letters.</summary>
public class MatterFields
{
    /// <summary>Recorded as a matter of its own although a likely repeat was shown.</summary>
    public const string AsNew = "new";

    public string? SubmissionKey { get; set; } = Guid.NewGuid().ToString("N");

    /// <summary>Answer to the hint: <see cref="AsNew"/>, or the number of the running matter it is added to; null before it was shown.</summary>
    public string? Same { get; set; }

    public string? SameReason { get; set; }

    public string? Category { get; set; }

    public string? SubCategory { get; set; }

    public string Urgency { get; set; } = "Normal";

    public string? Request { get; set; }

    public string? Text { get; set; }

    public string? RespondentName { get; set; }

    public RespondentKind RespondentKind { get; set; }

    public string NoticeWay { get; set; } = "Post";

    public bool SmsAllowed { get; set; }

    public string? ContactName { get; set; }

    public string? ContactPhone { get; set; }

    public string? Name { get; set; }

    public string? IdKind { get; set; } = "ResidentId";

    public string? IdNumber { get; set; }

    public int? BirthYear { get; set; }

    public string? Phone { get; set; }

    public string? Address { get; set; }

    /// <summary>Named, NameWithheld or Anonymous.</summary>
    public string Identity { get; set; } = RecordVisit.Named;

    public List<string> Needs { get; set; } = [];

    public Guid Key => Guid.TryParse(SubmissionKey, out var key) ? key : Guid.Empty;

    /// <summary>The running matter it belongs to.</summary>
    public string? AddTo => Same is null or AsNew ? null : Same;

    public string? AsNewReason => Same == AsNew ? Clean(SameReason) : null;

    public FiledPerson Person => new()
    {
        Name = Clean(Name),
        IdKind = Clean(IdNumber) is null ? null : IdKind,
        IdNumber = Clean(IdNumber),
        BirthYear = BirthYear,
        Phone = Clean(Phone),
        Address = Clean(Address),
    };

    public MatterTaken Matter => new()
    {
        Category = Category ?? "",
        SubCategory = Clean(SubCategory),
        Urgency = Urgency,
        Request = Request,
        Text = Text,
        Respondents = Clean(RespondentName) is { } name ? [new FiledRespondent { Kind = RespondentKind, Name = name }] : [],
        NoticeWay = NoticeWay,
        SmsAllowed = SmsAllowed,
        Contact = Clean(ContactName) is null && Clean(ContactPhone) is null ? null : new FiledContact { Name = Clean(ContactName) ?? "", Phone = Clean(ContactPhone) ?? "" },
        Language = PetitionCultures.Current,
    };

    /// <summary>Takes over what is known of a visitor; what was typed and is not known stays.</summary>
    public void Fill(KnownPerson known)
    {
        Name = known.Person.Name ?? Name;
        IdKind = known.Person.IdKind ?? IdKind;
        IdNumber = known.Person.IdNumber ?? IdNumber;
        BirthYear = known.Person.BirthYear ?? BirthYear;
        Phone = known.Person.Phone ?? Phone;
        Address = known.Person.Address ?? Address;
        Needs = known.Needs.Count > 0 ? [.. known.Needs] : Needs;
    }

    /// <summary>The field a broken rule is about.</summary>
    public static string FieldOf(string code) => code switch
    {
        "petition.name" or "reception.visitor-name" => nameof(Name),
        "entry.id-check-digit" or "entry.id-number" => nameof(IdNumber),
        "petition.id-kind" => nameof(IdKind),
        "entry.phone" or "entry.notice-phone" => nameof(Phone),
        "entry.birth-year" => nameof(BirthYear),
        "entry.notice-address" => nameof(Address),
        "petition.category" or "petition.not-anonymous" => nameof(Category),
        "petition.sub-category" => nameof(SubCategory),
        "petition.request" or "petition.title" => nameof(Request),
        "petition.text" => nameof(Text),
        "petition.urgency" => nameof(Urgency),
        "petition.contact" => nameof(ContactPhone),
        "petition.notice-way" => nameof(NoticeWay),
        "respondent.name" => nameof(RespondentName),
        "petition.anonymous-with-name" => nameof(Identity),
        "same.reason" => nameof(SameReason),
        "petition.addition" => nameof(Text),
        _ => "",
    };

    protected static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
