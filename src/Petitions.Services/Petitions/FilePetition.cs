namespace Petitions.Services.Petitions;

/// <summary>A petition as its petitioner files it. Codes are those of the reference lists; the rest is as typed.</summary>
public sealed record FilePetition
{
    /// <summary>Random key made with the form; the same key files once (security.md A5).</summary>
    public required Guid SubmissionKey { get; init; }

    public string Channel { get; init; } = "Online";

    public string Language { get; init; } = "zh-Hans";

    public required string Category { get; init; }

    public string? SubCategory { get; init; }

    /// <summary>Absent: made of the first words of the request.</summary>
    public string? Title { get; init; }

    public required string Text { get; init; }

    public required string Request { get; init; }

    /// <summary>Who files. With <see cref="Principal"/> this is the representative or agent.</summary>
    public required FiledPerson Petitioner { get; init; }

    /// <summary>For whom it is filed when not for oneself.</summary>
    public FiledPerson? Principal { get; init; }

    /// <summary>Agent or Representative (list RelationToMatter) when filed for another.</summary>
    public string? ActsAs { get; init; }

    /// <summary>List IdentityMode.</summary>
    public required string IdentityMode { get; init; }

    public IReadOnlyList<string> SpecialNeeds { get; init; } = [];

    /// <summary>List DeliveryWay.</summary>
    public string NoticeWay { get; init; } = "Portal";

    public bool SmsAllowed { get; init; }

    public IReadOnlyList<FiledRespondent> Respondents { get; init; } = [];

    public string? AreaCode { get; init; }

    public string? OfficeCode { get; init; }

    /// <summary>The hall, township office, contact point or hotline that takes it in; null online.</summary>
    public Guid? ServicePointId { get; init; }

    /// <summary>List Urgency.</summary>
    public string Urgency { get; init; } = "Normal";

    /// <summary>Legal day of receipt where it is not the day of entry: letters, calls of an earlier day.</summary>
    public DateOnly? ReceivedOn { get; init; }

    public DateOnly? PostmarkOn { get; init; }

    /// <summary>Somebody the petitioner names to be told of progress (list RelationToMatter, ContactPerson).</summary>
    public FiledContact? Contact { get; init; }
}
