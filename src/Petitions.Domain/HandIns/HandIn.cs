using Petitions.Domain.Clocks;

namespace Petitions.Domain.HandIns;

/// <summary>
/// A matter handed in at a village or community point (联络点收件; domain.md rows 14, 15): who took it, where, on which day.
/// The matter itself stands in the one register at once; the intake desk completes what the helper could not know.
/// </summary>
public sealed class HandIn
{
    public const int ReasonMax = 500;

    private HandIn()
    {
    }

    /// <summary>One for one matter.</summary>
    public Guid PetitionId { get; private set; }

    public Guid OfficeId { get; private set; }

    public Guid ServicePointId { get; private set; }

    /// <summary>The liaison person: no member of staff, sees his own receipts only.</summary>
    public Guid HandedInBy { get; private set; }

    /// <summary>Legal day of receipt at the point; every limit counts from it.</summary>
    public DateOnly ReceivedOn { get; private set; }

    /// <summary>Set by the server.</summary>
    public DateTime EnteredAt { get; private set; }

    public string? LateReason { get; private set; }

    public Guid? CompletedBy { get; private set; }

    public DateTime? CompletedAt { get; private set; }

    public int Version { get; private set; }

    /// <exception cref="RuleBrokenException">entry.in-future, entry.late-reason.</exception>
    public static HandIn Receive(Guid petitionId, Guid officeId, Guid servicePointId, Guid staffId, DateOnly receivedOn, string? lateReason, int lateDays, DateTime now)
    {
        var today = ChinaTime.DateOf(now);
        Rule.Require(receivedOn <= today, "entry.in-future");
        var late = today.DayNumber - receivedOn.DayNumber > lateDays;
        return new HandIn
        {
            PetitionId = petitionId,
            OfficeId = officeId,
            ServicePointId = servicePointId,
            HandedInBy = staffId,
            ReceivedOn = receivedOn,
            EnteredAt = now,
            LateReason = late || !string.IsNullOrWhiteSpace(lateReason) ? Rule.RequireText(lateReason, ReasonMax, "entry.late-reason") : null,
            Version = 1,
        };
    }

    /// <exception cref="RuleBrokenException">hand-in.completed.</exception>
    public void Complete(Guid staffId, DateTime now)
    {
        Rule.Require(CompletedAt is null, "hand-in.completed");
        (CompletedBy, CompletedAt) = (staffId, now);
        Version++;
    }
}
