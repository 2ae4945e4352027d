using Petitions.Domain.Facts;

namespace Petitions.Domain.VideoVisits;

/// <summary>The request until a time is settled: looked at, passed on in time, answered, another time proposed, called off.</summary>
public sealed partial class VideoVisit
{
    /// <summary>Looked at: it is for the office asked.</summary>
    /// <exception cref="RuleBrokenException">video.wrong-state</exception>
    public VideoRequestChecked Check(DateTime now)
    {
        Move("Check");
        CheckedAt = now;
        return new VideoRequestChecked(AppointmentId, Granted: true);
    }

    /// <summary>Passed on to the office asked; what was not looked at apart is looked at with it.</summary>
    /// <exception cref="RuleBrokenException">video.wrong-state, video.one-house, video.note.</exception>
    public IReadOnlyList<Fact> Forward(string? note, DateOnly today, DateTime now)
    {
        Rule.Require(!IsOneHouse, "video.one-house");
        var text = string.IsNullOrWhiteSpace(note) ? null : Rule.RequireText(note, NoteMax, "video.note");
        Move("Forward");
        List<Fact> facts = CheckedAt is null ? [new VideoRequestChecked(AppointmentId, Granted: true)] : [];
        (CheckedAt, ForwardedAt, Note) = (CheckedAt ?? now, now, text);
        Meet(today);
        facts.Add(new VideoRequestForwarded(AppointmentId, HearingOfficeId, ForwardDueOn, DaysLate!.Value));
        return facts;
    }

    /// <summary>
    /// No wished time can be given and another is proposed: what was not looked at is looked at with it, and the limit is met,
    /// for who asked has an answer. The time itself, and what is said to it, belong to the appointment.
    /// </summary>
    /// <exception cref="RuleBrokenException">video.wrong-state once it is settled or over.</exception>
    public IReadOnlyList<Fact> Propose(DateOnly today, DateTime now)
    {
        Rule.Require(State is VideoState.Requested or VideoState.Checked or VideoState.Forwarded, "video.wrong-state");
        IReadOnlyList<Fact> facts = State == VideoState.Requested ? [Check(now)] : [];
        Meet(today);
        ProposedAt = now;
        Version++;
        return facts;
    }

    /// <summary>Not for the office asked; the right one is named where it is known (journey J11, tester (e)).</summary>
    /// <exception cref="RuleBrokenException">video.wrong-state</exception>
    public VideoRequestChecked Refuse(Guid? rightOfficeId, DateTime now)
    {
        Move("Refuse");
        (CheckedAt, RightOfficeId, EndedAt) = (CheckedAt ?? now, rightOfficeId, now);
        return new VideoRequestChecked(AppointmentId, Granted: false, rightOfficeId);
    }

    /// <summary>Called off with its appointment.</summary>
    /// <exception cref="RuleBrokenException">video.wrong-state</exception>
    public void CallOff(DateTime now)
    {
        Move("CallOff");
        EndedAt = now;
    }

    /// <summary>Who must pass it on was reminded on this day; once.</summary>
    public void Warn(DateOnly on)
    {
        WarnedOn = on;
        Version++;
    }

    /// <summary>The limit is past and it is not passed on; recorded once.</summary>
    public void MarkOverdue(DateOnly on)
    {
        OverdueOn = on;
        Version++;
    }

    private void Meet(DateOnly today) => DaysLate ??= ForwardDueOn is { } due ? Math.Max(0, today.DayNumber - due.DayNumber) : 0;
}
