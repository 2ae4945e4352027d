using Petitions.Domain.Facts;
using Petitions.Domain.People;

namespace Petitions.Domain.VideoVisits;

/// <summary>
/// A reception by video (远程视频接访, RV14): asked for near home, looked at the same day, passed on within two working days,
/// settled with a room at both ends, begun when both ends are there. The appointment carries who comes and the time; the
/// visit in the hall near home carries record and outcome, as of any other visit.
/// </summary>
public sealed class VideoVisit
{
    public const int LinkMax = 200;
    public const int TechnicianMax = 80;
    public const int PhoneMax = 40;
    public const int NoteMax = 500;

    private VideoVisit()
    {
    }

    /// <summary>The appointment it belongs to: one each.</summary>
    public Guid AppointmentId { get; private set; }

    public Guid JoiningOfficeId { get; private set; }

    public Guid JoiningPointId { get; private set; }

    public Guid HearingOfficeId { get; private set; }

    public VideoState State { get; private set; }

    public DateOnly? ForwardDueOn { get; private set; }

    public int? RuleVersion { get; private set; }

    public DateOnly? WarnOn { get; private set; }

    public DateOnly? WarnedOn { get; private set; }

    /// <summary>The day on which it was recorded that the limit is past; once.</summary>
    public DateOnly? OverdueOn { get; private set; }

    public DateTime? CheckedAt { get; private set; }

    public DateTime? ForwardedAt { get; private set; }

    /// <summary>Calendar days after the limit; 0 = in time. Set when it is passed on.</summary>
    public int? DaysLate { get; private set; }

    /// <summary>What the office near home tells the other.</summary>
    public string? Note { get; private set; }

    /// <summary>Whose it is instead, where it was not for the office asked.</summary>
    public Guid? RightOfficeId { get; private set; }

    public DateTime? StartsAt { get; private set; }

    public DateTime? EndsAt { get; private set; }

    public Guid? JoiningRoomId { get; private set; }

    public Guid? HearingRoomId { get; private set; }

    public Guid? JoiningOfficerId { get; private set; }

    public Guid? HearingOfficerId { get; private set; }

    public string? Link { get; private set; }

    public string? Technician { get; private set; }

    public string? BackupPhone { get; private set; }

    public DateTime? FixedAt { get; private set; }

    public DateTime? JoiningReadyAt { get; private set; }

    public DateTime? HearingReadyAt { get; private set; }

    /// <summary>When both ends were there.</summary>
    public DateTime? BegunAt { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public VideoRecording Recording { get; private set; } = null!;

    public int Version { get; private set; }

    /// <summary>Nothing is passed on where the office near home hears itself.</summary>
    public bool IsOneHouse => JoiningOfficeId == HearingOfficeId;

    /// <summary>Still to be passed on.</summary>
    public bool Waits => State is VideoState.Requested or VideoState.Checked && !IsOneHouse;

    public static (VideoVisit Visit, VideoRequested Fact) Request(VideoRequest asked)
    {
        var visit = new VideoVisit
        {
            AppointmentId = asked.AppointmentId,
            JoiningOfficeId = asked.JoiningOfficeId,
            JoiningPointId = asked.JoiningPointId,
            HearingOfficeId = asked.HearingOfficeId,
            ForwardDueOn = asked.ForwardDueOn,
            WarnOn = asked.WarnOn,
            RuleVersion = asked.RuleVersion,
            State = VideoState.Requested,
            Recording = VideoRecording.Of(asked.AppointmentId),
            Version = 1,
        };
        return (visit, new VideoRequested(visit.AppointmentId, visit.JoiningOfficeId, visit.JoiningPointId, visit.HearingOfficeId, visit.ForwardDueOn));
    }

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
        DaysLate = ForwardDueOn is { } due ? Math.Max(0, today.DayNumber - due.DayNumber) : 0;
        facts.Add(new VideoRequestForwarded(AppointmentId, HearingOfficeId, ForwardDueOn, DaysLate.Value));
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

    /// <summary>Time, rooms and people of both ends are settled, or settled anew.</summary>
    /// <exception cref="RuleBrokenException">video.link, video.technician, video.phone, video.same-room, video.same-officer, video.time, video.wrong-state.</exception>
    public VideoReceptionFixed Fix(VideoPlan plan, DateTime now)
    {
        Rule.Require(plan.StartsAt > now && plan.StartsAt < plan.EndsAt, "video.time");
        Rule.Require(plan.JoiningRoomId != plan.HearingRoomId, "video.same-room");
        Rule.Require(plan.JoiningOfficerId != plan.HearingOfficerId, "video.same-officer");
        var link = Rule.RequireText(plan.Link, LinkMax, "video.link");
        var technician = Rule.RequireText(plan.Technician, TechnicianMax, "video.technician");
        var phone = Rule.RequireText(plan.BackupPhone, PhoneMax, "video.phone");
        Rule.Require(PhoneNumber.TryParse(phone) is not null, "video.phone");
        Rule.Require(JoiningReadyAt is null && HearingReadyAt is null, "video.wrong-state");
        var step = State == VideoState.Fixed ? VideoStep.Changed : VideoStep.Fixed;
        Move(IsOneHouse ? "FixHere" : "Fix");
        (StartsAt, EndsAt, Link, Technician, BackupPhone, FixedAt) = (plan.StartsAt, plan.EndsAt, link, technician, phone, now);
        (JoiningRoomId, HearingRoomId, JoiningOfficerId, HearingOfficerId) = (plan.JoiningRoomId, plan.HearingRoomId, plan.JoiningOfficerId, plan.HearingOfficerId);
        return Settled(step);
    }

    /// <summary>One end says it is there; when both are, it has begun.</summary>
    /// <exception cref="RuleBrokenException">video.wrong-state; video.ready when that end said so already.</exception>
    public VideoReceptionFixed Ready(VideoEnd end, DateTime now)
    {
        Rule.Require(State == VideoState.Fixed, "video.wrong-state");
        Rule.Require((end == VideoEnd.Joining ? JoiningReadyAt : HearingReadyAt) is null, "video.ready");
        (JoiningReadyAt, HearingReadyAt) = (end == VideoEnd.Joining ? now : JoiningReadyAt, end == VideoEnd.Hearing ? now : HearingReadyAt);
        if (JoiningReadyAt is not null && HearingReadyAt is not null)
        {
            Move("Begin");
            BegunAt = now;
        }
        else
        {
            Version++;
        }

        return Settled(end == VideoEnd.Joining ? VideoStep.JoiningReady : VideoStep.HearingReady);
    }

    /// <summary>
    /// Ends with the visit near home. Whoever was heard was asked about the recording first: yes or no, either is fine
    /// (seed feature 21). A recording that runs ends as well.
    /// </summary>
    /// <param name="heard">Whether the conversation took place; who left before it is asked nothing.</param>
    /// <param name="now">Now.</param>
    /// <exception cref="RuleBrokenException">video.consent-missing, video.not-begun, video.wrong-state.</exception>
    public IReadOnlyList<Fact> End(bool heard, DateTime now)
    {
        Rule.Require(!heard || Recording.Consent is not null, "video.consent-missing");
        Rule.Require(!heard || BegunAt is not null, "video.not-begun");
        Move("Hold");
        EndedAt = now;
        List<Fact> facts = Recording.IsRunning ? [Recording.Stop(null, now)] : [];
        facts.Add(Settled(VideoStep.Held));
        return facts;
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

    private VideoReceptionFixed Settled(VideoStep step) =>
        new(AppointmentId, step, StartsAt!.Value, EndsAt!.Value, JoiningRoomId!.Value, HearingRoomId!.Value, JoiningOfficerId!.Value, HearingOfficerId!.Value);

    private void Move(string verb)
    {
        State = VideoMoves.Require(State, verb);
        Version++;
    }
}
