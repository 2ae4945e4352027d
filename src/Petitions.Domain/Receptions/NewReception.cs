namespace Petitions.Domain.Receptions;

/// <summary>What the day sheet needs of a visitor who has come (domain.md 4.2, 来访登记表).</summary>
public sealed record NewReception
{
    public required Guid SubmissionKey { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid ServicePointId { get; init; }

    /// <summary>The visitor's day, Asia/Shanghai.</summary>
    public required DateOnly Day { get; init; }

    public required Ticket Ticket { get; init; }

    /// <summary>List ReceptionForm.</summary>
    public string Form { get; init; } = "WalkIn";

    public int GroupSize { get; init; } = 1;

    public IdentityCheck IdentityCheck { get; init; }

    /// <summary>List SpecialNeed, as the visitor stated them.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>List PriorityReason; null for none.</summary>
    public string? Priority { get; init; }

    public string? Topic { get; init; }

    /// <summary>To be called by name and softly: no telephone, hard of hearing or seeing.</summary>
    public bool CallByName { get; init; }

    /// <summary>The booked time; null for who comes unannounced.</summary>
    public DateTime? BookedAt { get; init; }

    /// <summary>Whom a lawyer or agent speaks for.</summary>
    public string? ActsFor { get; init; }

    /// <summary>How that person agreed, where he did.</summary>
    public PrincipalConsent? Consent { get; init; }

    /// <summary>When the visitor really came, where the entry is made later that day (a paper slip, journey J5 step 5); null for now.</summary>
    public DateTime? ArrivedAt { get; init; }

    /// <summary>Number of the paper slip he got meanwhile.</summary>
    public int? PaperSlip { get; init; }

    /// <summary>Why it is entered later.</summary>
    public string? LateReason { get; init; }

    /// <summary><see cref="Reception.BySelf"/> where the visitor took the ticket at the kiosk.</summary>
    public required Guid RegisteredBy { get; init; }

    public Guid? SecondReceiverId { get; init; }

    /// <summary>Random, 128 bits: opens the place in the queue and nothing else.</summary>
    public required byte[] PlaceToken { get; init; }

    public IReadOnlyList<VisitorDetails> Visitors { get; init; } = [];
}
