namespace Petitions.Domain.Receptions;

/// <summary>
/// How a call or a letter was taken into the register (电话、来信受理记录): the day of the event apart from the day of
/// entry, with a reason when the gap is long (security.md D3). Only ever added.
/// </summary>
public sealed class IntakeEntry
{
    public const int ReasonMax = 500;
    public const int ChannelMax = 40;

    private IntakeEntry()
    {
    }

    /// <summary>One entry for one matter.</summary>
    public Guid PetitionId { get; private set; }

    public string Channel { get; private set; } = "";

    /// <summary>The call; for a letter null, its day of receipt stands in the matter.</summary>
    public DateTime? CalledAt { get; private set; }

    /// <summary>Set by the server.</summary>
    public DateTime EnteredAt { get; private set; }

    public string? LateReason { get; private set; }

    /// <summary>The statement was read back and the caller said yes (seed feature 14).</summary>
    public bool ReadBack { get; private set; }

    public bool EnvelopeKept { get; private set; }

    /// <summary>Who opened the letter (seed feature 15).</summary>
    public Guid? OpenedBy { get; private set; }

    /// <exception cref="RuleBrokenException">entry.read-back, entry.in-future, entry.late-reason.</exception>
    public static IntakeEntry OfCall(Guid petitionId, DateTime calledAt, bool readBack, string? lateReason, int lateDays, DateTime now)
    {
        Rule.Require(readBack, "entry.read-back");
        Rule.Require(calledAt <= now, "entry.in-future");
        var late = Clocks.ChinaTime.DateOf(now).DayNumber - Clocks.ChinaTime.DateOf(calledAt).DayNumber > lateDays;
        return new IntakeEntry { PetitionId = petitionId, Channel = "Telephone", CalledAt = calledAt, EnteredAt = now, ReadBack = true, LateReason = Reason(late, lateReason) };
    }

    /// <exception cref="RuleBrokenException">entry.in-future, entry.postmark, entry.late-reason.</exception>
    public static IntakeEntry OfLetter(Guid petitionId, DateOnly receivedOn, DateOnly? postmarkOn, bool envelopeKept, Guid openedBy, string? lateReason, int lateDays, DateTime now)
    {
        var today = Clocks.ChinaTime.DateOf(now);
        Rule.Require(receivedOn <= today, "entry.in-future");
        Rule.Require(postmarkOn is null || postmarkOn <= receivedOn, "entry.postmark");
        var late = today.DayNumber - receivedOn.DayNumber > lateDays;
        return new IntakeEntry { PetitionId = petitionId, Channel = "Letter", EnteredAt = now, EnvelopeKept = envelopeKept, OpenedBy = openedBy, LateReason = Reason(late, lateReason) };
    }

    private static string? Reason(bool late, string? reason) =>
        late || !string.IsNullOrWhiteSpace(reason) ? Rule.RequireText(reason, ReasonMax, "entry.late-reason") : null;
}
