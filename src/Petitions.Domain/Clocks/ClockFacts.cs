using System.Text.Json.Serialization;
using Petitions.Domain.Facts;

namespace Petitions.Domain.Clocks;

/// <summary>Clock started (期限起算), with the rule and version it runs under.</summary>
public sealed record ClockStarted(Guid PetitionId, Guid ClockId, string RuleId, int RuleVersion, DateOnly StartOn, DateOnly DueOn) : Fact(PetitionId);

/// <summary>Clock paused (期限中止) with its reason code.</summary>
public sealed record ClockPaused(Guid PetitionId, Guid ClockId, string RuleId, string ReasonCode, DateOnly From) : Fact(PetitionId);

/// <summary>Clock resumed (期限恢复).</summary>
public sealed record ClockResumed(Guid PetitionId, Guid ClockId, string RuleId, DateOnly On, DateOnly DueOn) : Fact(PetitionId);

/// <summary>Warning sent (期限预警), once for each warn date.</summary>
public sealed record ClockWarned(Guid PetitionId, Guid ClockId, string RuleId, DateOnly DueOn, int DaysBefore) : Fact(PetitionId);

/// <summary>Overdue (逾期), once. Recorded on what the clock runs on: a matter, or <see cref="RunsOn"/>.</summary>
public sealed record ClockOverdue(Guid PetitionId, Guid ClockId, string RuleId, DateOnly DueOn) : Fact(PetitionId)
{
    [JsonIgnore]
    public FactSubject RunsOn { get; init; } = FactSubject.Petition;

    [JsonIgnore]
    public override FactSubject Subject => RunsOn;
}

/// <summary>Clock met (按期完成), or met late by so many days. Recorded on what the clock runs on: a matter, or <see cref="RunsOn"/>.</summary>
public sealed record ClockMet(Guid PetitionId, Guid ClockId, string RuleId, string ByFact, DateOnly On, int DaysLate) : Fact(PetitionId)
{
    [JsonIgnore]
    public FactSubject RunsOn { get; init; } = FactSubject.Petition;

    [JsonIgnore]
    public override FactSubject Subject => RunsOn;
}

/// <summary>Clock ended without being met or missed (期限终止).</summary>
public sealed record ClockCancelled(Guid PetitionId, Guid ClockId, string RuleId, string Cause) : Fact(PetitionId);

/// <summary>Extension asked (申请延期). Recorded on what the clock runs on: a matter, or <see cref="RunsOn"/>.</summary>
public sealed record ExtensionRequested(Guid PetitionId, Guid ClockId, string RuleId, int Amount, string Unit, [property: Erasable] string Reason) : Fact(PetitionId)
{
    [JsonIgnore]
    public FactSubject RunsOn { get; init; } = FactSubject.Petition;

    [JsonIgnore]
    public override FactSubject Subject => RunsOn;
}

/// <summary>Extension approved (批准延期) with the old and the new due date. Recorded on what the clock runs on: a matter, or <see cref="RunsOn"/>.</summary>
public sealed record ExtensionApproved(Guid PetitionId, Guid ClockId, string RuleId, DateOnly OldDueOn, DateOnly NewDueOn) : Fact(PetitionId)
{
    [JsonIgnore]
    public FactSubject RunsOn { get; init; } = FactSubject.Petition;

    [JsonIgnore]
    public override FactSubject Subject => RunsOn;
}

/// <summary>Extension refused (不批准延期); the clock runs on as it was. Recorded on what the clock runs on: a matter, or <see cref="RunsOn"/>.</summary>
public sealed record ExtensionRefused(Guid PetitionId, Guid ClockId, string RuleId, [property: Erasable] string Reason) : Fact(PetitionId)
{
    [JsonIgnore]
    public FactSubject RunsOn { get; init; } = FactSubject.Petition;

    [JsonIgnore]
    public override FactSubject Subject => RunsOn;
}

/// <summary>Extension told to the petitioner (告知延期) before the old due date.</summary>
public sealed record ExtensionNoticeSent(Guid PetitionId, Guid ClockId, Guid DocumentId) : Fact(PetitionId);
