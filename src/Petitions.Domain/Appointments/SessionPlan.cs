namespace Petitions.Domain.Appointments;

/// <summary>What is asked for when a session is set up.</summary>
public sealed record SessionPlan
{
    public required Guid OfficeId { get; init; }

    public required Guid ServicePointId { get; init; }

    /// <summary>List ReceptionForm: Regular for a leader's day, Appointment for the hall, Named, HomeVisit, Video.</summary>
    public required string Form { get; init; }

    /// <summary>A working day of the office, Asia/Shanghai; the calendar is asked before.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Wall clock in Asia/Shanghai.</summary>
    public required TimeOnly From { get; init; }

    public required TimeOnly To { get; init; }

    /// <summary>Length of one slot in minutes.</summary>
    public required int SlotMinutes { get; init; }

    /// <summary>Places in each slot that anybody may book.</summary>
    public required int PublicPlaces { get; init; }

    /// <summary>Further places in each slot that the desk keeps for calls, letters and the counter.</summary>
    public int InternalPlaces { get; init; }

    /// <summary>The leader or named officer who sits; null for the hall.</summary>
    public Guid? LeaderId { get; init; }

    public Guid? RoomId { get; init; }

    public required Guid PlannedBy { get; init; }

    /// <summary>The regular day it is made from.</summary>
    public Guid? RuleId { get; init; }

    public int? RuleVersion { get; init; }

    /// <summary>The day the regular day names.</summary>
    public DateOnly? RuleDay { get; init; }

    /// <summary>The random key of the form; the same form sent twice plans one session.</summary>
    public Guid? SubmissionKey { get; init; }
}
