using Petitions.Domain.Receptions;
using Petitions.Services.Receptions;

namespace Petitions.Web.Areas.Desk.Forms;

/// <summary>The one form of the desk: who has come, what for, and the petition in the same breath.</summary>
public sealed class DeskForm : MatterFields
{
    /// <summary>Scanner or card reader; empty again after each look-up.</summary>
    public string? Scan { get; set; }

    /// <summary>A name with an optional year, or a telephone number.</summary>
    public string? Search { get; set; }

    /// <summary>Which of several people a look-up found.</summary>
    public int? Pick { get; set; }

    /// <summary>What the people listed were found by.</summary>
    public string? Asked { get; set; }

    public IdentityCheck IdentityCheck { get; set; } = IdentityCheck.NotShown;

    public int GroupSize { get; set; } = 1;

    /// <summary>Further representatives, one a line.</summary>
    public string? Representatives { get; set; }

    public string Priority { get; set; } = RecordVisit.Proposed;

    public bool CallByName { get; set; }

    /// <summary>Whom a lawyer or agent speaks for.</summary>
    public string? ActsFor { get; set; }

    public PrincipalConsent? Consent { get; set; }

    public string? Topic { get; set; }

    public VisitPurpose Purpose { get; set; }

    public string? MatterNumber { get; set; }

    public string? Addition { get; set; }

    /// <summary>True time of arrival on this day, for a slip entered later.</summary>
    public TimeOnly? ArrivedAt { get; set; }

    /// <summary>Number of the paper slip he got meanwhile.</summary>
    public int? PaperSlip { get; set; }

    public string? LateReason { get; set; }

    public Guid? SecondReceiverId { get; set; }

    public bool ReceiveNow { get; set; }

    public ReceptionOutcome? Outcome { get; set; }

    public string? OutcomeNote { get; set; }

    private bool IsAdded => Purpose == VisitPurpose.Petition && AddTo is not null;

    /// <param name="place">Where the clerk sits.</param>
    /// <param name="today">The legal day, for a time of arrival typed later.</param>
    public RecordVisit ToVisit(DeskPlace place, DateOnly today) => new()
    {
        ArrivedAt = ArrivedAt is { } time ? Domain.Clocks.ChinaTime.StartOfDayUtc(today) + time.ToTimeSpan() : null,
        LateReason = Clean(LateReason),
        PaperSlip = PaperSlip,
        SubmissionKey = Key,
        Place = place,
        Visitor = Person,
        Identity = Identity,
        IdentityCheck = IdentityCheck,
        GroupSize = GroupSize,
        Representatives = [.. (Representatives ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
        Needs = Needs,
        Priority = Priority,
        CallByName = CallByName,
        ActsFor = Clean(ActsFor),
        Consent = Consent,
        Topic = Clean(Topic),
        // The clerk found that it belongs to a running matter: what was typed is added there.
        Purpose = IsAdded ? VisitPurpose.Matter : Purpose,
        Matter = Purpose == VisitPurpose.Petition && !IsAdded ? Matter : null,
        MatterNumber = IsAdded ? AddTo : Clean(MatterNumber),
        Addition = IsAdded ? Matter.Whole : Clean(Addition),
        AsNewReason = AsNewReason,
        SecondReceiverId = SecondReceiverId,
        ReceiveNow = ReceiveNow,
        Outcome = Outcome,
        OutcomeNote = OutcomeNote,
    };

    public static string VisitFieldOf(string code) => code switch
    {
        "reception.two-receivers" or "reception.second-receiver" or "reception.receiver-walled" => nameof(SecondReceiverId),
        "reception.acts-for" => nameof(ActsFor),
        "reception.principal-consent" => nameof(Consent),
        "reception.licence" => nameof(IdNumber),
        "reception.group-size" => nameof(GroupSize),
        "reception.paper-slip" or "reception.paper-slip-entered" => nameof(PaperSlip),
        "reception.arrived-at" or "reception.paper-slip-time" => nameof(ArrivedAt),
        "reception.late-reason" => nameof(LateReason),
        "reception.representatives" => nameof(Representatives),
        "reception.topic" => nameof(Topic),
        "reception.matter-number" => nameof(MatterNumber),
        "reception.priority" => nameof(Priority),
        "reception.outcome" or "reception.no-petition" or "reception.no-matter" => nameof(Outcome),
        "reception.outcome-note" => nameof(OutcomeNote),
        "reception.counter-busy" => nameof(ReceiveNow),
        "petition.closed" => nameof(Addition),
        _ => FieldOf(code),
    };
}
