using Petitions.Domain.People;

namespace Petitions.Services.Petitions;

/// <summary>The answers of a form under way, as typed. Null means not answered yet.</summary>
public sealed record DraftAnswers
{
    /// <summary>Made with the form; the filing carries it.</summary>
    public required Guid SubmissionKey { get; init; }

    public bool Consent { get; init; }

    /// <summary>Self, Agent or Representative.</summary>
    public string? ForWhom { get; init; }

    public string? Category { get; init; }

    /// <summary>A code, or <see cref="NotSure"/>.</summary>
    public string? SubCategory { get; init; }

    public string? IdentityMode { get; init; }

    public FiledPerson Person { get; init; } = new();

    public FiledPerson Principal { get; init; } = new();

    public bool ContactAnswered { get; init; }

    public IReadOnlyList<string> SpecialNeeds { get; init; } = [];

    public string? NoticeWay { get; init; }

    public bool SmsAllowed { get; init; }

    public bool RespondentsAnswered { get; init; }

    public IReadOnlyList<FiledRespondent> Respondents { get; init; } = [];

    public string? Request { get; init; }

    public string? Text { get; init; }

    /// <summary>Went past the question about files; the files themselves are rows beside the draft.</summary>
    public bool FilesAnswered { get; init; }

    public string? OfficeCode { get; init; }

    public const string NotSure = "NotSure";

    public const string Self = "Self";

    public bool ForAnother => ForWhom is not (null or Self);

    public FilePetition ToFiling(string language, IReadOnlyList<Domain.Files.AttachmentDetails>? files = null) => new()
    {
        SubmissionKey = SubmissionKey,
        Language = language,
        Category = Category ?? "",
        SubCategory = SubCategory == NotSure ? null : SubCategory,
        IdentityMode = IdentityMode ?? "",
        Petitioner = IdentityMode == "Anonymous" ? new FiledPerson() : Person,
        Principal = ForAnother ? Principal : null,
        ActsAs = ForAnother ? ForWhom : null,
        SpecialNeeds = SpecialNeeds,
        NoticeWay = NoticeWay ?? "Portal",
        SmsAllowed = SmsAllowed,
        Respondents = [.. Respondents.Select(r => new FiledRespondent { Kind = r.Kind, Name = r.Name, UnitCode = r.UnitCode })],
        Request = Request ?? "",
        Text = Text ?? "",
        OfficeCode = OfficeCode,
        Files = files ?? [],
    };

    /// <summary>Adds one and returns the new list of answers.</summary>
    public DraftAnswers With(RespondentKind kind, string name, string? unitCode) =>
        this with { RespondentsAnswered = true, Respondents = [.. Respondents, new FiledRespondent { Kind = kind, Name = name, UnitCode = unitCode }] };
}
