using Petitions.Domain.Clocks;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;
using Petitions.Domain.Petitions.Replies;
using Petitions.Services.Petitions.Documents;
using Petitions.Services.Petitions.Joining;

namespace Petitions.Services.Petitions.Handling;

/// <summary>Everything a case page shows, flat; identity masked, report material only to those who may read it.</summary>
public sealed record CaseSheet
{
    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public required string Title { get; init; }

    /// <summary>Null when the material is a report the person may not read.</summary>
    public string? Text { get; init; }

    public string? Request { get; init; }

    public required PetitionState State { get; init; }

    public string? Track { get; init; }

    public required string Category { get; init; }

    public string? SubCategory { get; init; }

    public required string Channel { get; init; }

    public required string IdentityMode { get; init; }

    /// <summary>How many files it has.</summary>
    public int Files { get; init; }

    public required DateTime ReceivedAt { get; init; }

    public DateOnly? DueOn { get; init; }

    public Guid? DepartmentId { get; init; }

    public string? FirstHandler { get; init; }

    public string? CurrentHandler { get; init; }

    public string? Substitute { get; init; }

    public string? Outcome { get; init; }

    public bool OutcomeConfirmed { get; init; }

    public required IReadOnlyList<string> People { get; init; }

    public required IReadOnlyList<(RespondentKind Kind, string Name, RespondentStatus Status)> Respondents { get; init; }

    public required IReadOnlyList<CaseAddition> Additions { get; init; }

    /// <summary>How a call or a letter was entered; null for other channels.</summary>
    public CaseEntry? Entry { get; init; }

    /// <summary>Legal day of receipt, apart from the day of entry.</summary>
    public required DateOnly ReceivedOn { get; init; }

    public DateOnly? PostmarkOn { get; init; }

    /// <summary>Where it was taken in.</summary>
    public Guid? ServicePointId { get; init; }

    /// <summary>Matters joined to this one: part of the case.</summary>
    public required IReadOnlyList<JoinedMatter> Joined { get; init; }

    /// <summary>Links with other matters, ended ones too.</summary>
    public required IReadOnlyList<JoinLine> Links { get; init; }

    public required IReadOnlyList<CaseClock> Clocks { get; init; }

    public required IReadOnlyList<CaseNoteLine> Notes { get; init; }

    public required IReadOnlyList<DocumentLine> Documents { get; init; }

    /// <summary>Whether the person may read them: the papers of report material bear a name.</summary>
    public bool OpensDocuments { get; init; }

    public required IReadOnlyList<CaseReply> Replies { get; init; }

    public required IReadOnlyList<(TimelineEvent Event, string? Who)> Timeline { get; init; }

    /// <summary>Who has read it, and who tried in vain; empty for those who may not see the read log.</summary>
    public required IReadOnlyList<(string Name, DateTime At, bool Refused)> Readers { get; init; }

    /// <summary>For the read log: matters of others the reader has opened within the hour, with this one.</summary>
    public int ForeignReads { get; init; }

    /// <summary>Verbs this person may do now.</summary>
    public required IReadOnlySet<CaseAct> Acts { get; init; }
}

/// <summary>A clock as shown: rule, dates, how it stands; days late also while it runs on.</summary>
public sealed record CaseClock(Guid Id, string Zh, string En, DateOnly StartOn, DateOnly DueOn, ClockState State, int LateDays, bool Provisional);

/// <summary>A note of the handler.</summary>
public sealed record CaseNoteLine(CaseNoteKind Kind, string Text, string Who, DateTime At);

/// <summary>A reply with all its rounds.</summary>
public sealed record CaseReply(
    Guid Id, string Kind, ReplyState State, string Facts, string Law, string Articles, string Reason, string ClaimAnswers, string? Assessment,
    string Remedy, DateOnly? RemedyUntil, Guid? DocumentId, DateTime? SentAt, DateTime? ServedAt, IReadOnlyList<CaseRound> Rounds, int Version);

/// <summary>One submission and what was decided on it.</summary>
public sealed record CaseRound(int Number, string Facts, string Law, string Reason, DateTime SubmittedAt, bool? Approved, string? DecidedBy, string? DecisionReason);

/// <summary>Something added later, with the way it came where a member of staff took it in.</summary>
public sealed record CaseAddition(DateTime At, string Text, string? Channel, DateOnly? On, string? LateReason);

/// <summary>When a call was made or a letter's entry was typed, and why late (security.md D3).</summary>
public sealed record CaseEntry(DateTime? CalledAt, DateTime EnteredAt, string? LateReason, bool ReadBack, bool EnvelopeKept);
