using Petitions.Domain.Receptions;
using Petitions.Services.Petitions;

namespace Petitions.Services.Receptions;

/// <summary>A visit as the clerk enters it, with the petition it brings in the same save.</summary>
public sealed record RecordVisit
{
    /// <summary>Priority as proposed from age and needs.</summary>
    public const string Proposed = "Proposed";

    /// <summary>No priority, although one may be proposed.</summary>
    public const string NoPriority = "None";

    public required Guid SubmissionKey { get; init; }

    public required DeskPlace Place { get; init; }

    public FiledPerson Visitor { get; init; } = new();

    /// <summary>Named, NameWithheld or Anonymous; whether a real name counts as checked follows from <see cref="IdentityCheck"/>.</summary>
    public string Identity { get; init; } = Named;

    public const string Named = "Named";

    public IdentityCheck IdentityCheck { get; init; } = IdentityCheck.NotShown;

    public int GroupSize { get; init; } = 1;

    /// <summary>Further representatives of a group by name.</summary>
    public IReadOnlyList<string> Representatives { get; init; } = [];

    public IReadOnlyList<string> Needs { get; init; } = [];

    public string Priority { get; init; } = Proposed;

    public bool CallByName { get; init; }

    /// <summary>Whom a lawyer or agent speaks for.</summary>
    public string? ActsFor { get; init; }

    /// <summary>How that person agreed to the agent's looking into a running matter.</summary>
    public PrincipalConsent? Consent { get; init; }

    public string? Topic { get; init; }

    public VisitPurpose Purpose { get; init; }

    /// <summary>What is taken down now.</summary>
    public MatterTaken? Matter { get; init; }

    /// <summary>Why it is recorded as a matter of its own although a likely repeat was shown (domain.md 3.7).</summary>
    public string? AsNewReason { get; init; }

    /// <summary>Number of the running matter.</summary>
    public string? MatterNumber { get; init; }

    /// <summary>What the visitor adds to it.</summary>
    public string? Addition { get; init; }

    /// <summary>When the visitor really came, where a slip is entered later that day.</summary>
    public DateTime? ArrivedAt { get; init; }

    /// <summary>Number of the paper slip the visitor got meanwhile.</summary>
    public int? PaperSlip { get; init; }

    public string? LateReason { get; init; }

    public Guid? SecondReceiverId { get; init; }

    /// <summary>The clerk hears the visitor at once.</summary>
    public bool ReceiveNow { get; init; }

    /// <summary>Ends the visit in the same save.</summary>
    public ReceptionOutcome? Outcome { get; init; }

    public string? OutcomeNote { get; init; }
}
