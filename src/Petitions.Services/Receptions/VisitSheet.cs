using Petitions.Domain.Receptions;

namespace Petitions.Services.Receptions;

/// <summary>One visit as its receivers see it. Names are whole while the visitor is being received, masked afterwards (domain.md 3.4).</summary>
public sealed record VisitSheet
{
    public required Guid Id { get; init; }

    public required string Ticket { get; init; }

    public required ReceptionState State { get; init; }

    public required DateOnly Day { get; init; }

    public required Guid ServicePointId { get; init; }

    public required IReadOnlyList<string> Names { get; init; }

    public required string Phone { get; init; }

    public required IdentityCheck IdentityCheck { get; init; }

    public required int GroupSize { get; init; }

    public required IReadOnlyList<string> Needs { get; init; }

    public string? Priority { get; init; }

    public string? Topic { get; init; }

    public bool CallByName { get; init; }

    public DateTime? BookedAt { get; init; }

    /// <summary>Whom a lawyer or agent speaks for.</summary>
    public string? ActsFor { get; init; }

    public PrincipalConsent? Consent { get; init; }

    /// <summary>The number of the lawyer's licence, masked once the visit is over.</summary>
    public string? Licence { get; init; }

    /// <summary>Nobody has said a name yet: the ticket was taken at the kiosk.</summary>
    public bool Nameless { get; init; }

    /// <summary>Where the time went, read off the steps.</summary>
    public required VisitTimes Times { get; init; }

    public string? Receiver { get; init; }

    public string? SecondReceiver { get; init; }

    public int? Counter { get; init; }

    public string? SentNote { get; init; }

    /// <summary>When it was entered, where that was after the arrival; with the reason.</summary>
    public DateTime? EnteredAt { get; init; }

    public string? LateReason { get; init; }

    public ReceptionOutcome? Outcome { get; init; }

    public string? OutcomeNote { get; init; }

    public required IReadOnlyList<VisitStep> Steps { get; init; }

    public required IReadOnlyList<VisitMatter> Matters { get; init; }

    public required IReadOnlyList<TranscriptLine> Transcripts { get; init; }

    /// <summary>The reception by video this visit is one end of.</summary>
    public Guid? VideoId { get; init; }

    /// <summary>The person is receiver, second receiver or registered the visit.</summary>
    public required bool Mine { get; init; }

    public TranscriptLine? LastTranscript => Transcripts.MaxBy(line => line.Number);

    /// <summary>Number of the version the visitor signed last; null when none is signed.</summary>
    public int? SignedVersion => Transcripts.Where(line => line.SignedAt is not null).MaxBy(line => line.Number)?.Number;
}
