namespace Petitions.Domain.VideoVisits;

/// <summary>
/// A reception by video (远程视频接访, RV14): asked for near home, looked at the same day, passed on within two working days,
/// settled with a room at both ends, begun when both ends are there. The appointment carries who comes and the time; the
/// visit in the hall near home carries record and outcome, as of any other visit. The way to a settled time and the day itself are
/// each a part of their own.
/// </summary>
public sealed partial class VideoVisit
{
    public const int LinkMax = 500;
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

    /// <summary>When another time was proposed last; what came of it stands in the appointment.</summary>
    public DateTime? ProposedAt { get; private set; }

    /// <summary>Calendar days after the limit; 0 = in time. Set by what met it first: it was passed on, or another time was proposed.</summary>
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

    /// <summary>Address of the meeting in the office's own conference system; see <see cref="VideoLink"/>.</summary>
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

    /// <summary>Still to be passed on, and the limit for it runs.</summary>
    public bool Waits => State is VideoState.Requested or VideoState.Checked && !IsOneHouse && !IsLimitMet;

    /// <summary>In time or late.</summary>
    public bool IsLimitMet => DaysLate is not null;

    /// <summary>The end whose turn it is: the office near home until it is passed on, then the one that hears.</summary>
    public VideoEnd Turn => State is VideoState.Requested or VideoState.Checked ? VideoEnd.Joining : VideoEnd.Hearing;

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

    private VideoReceptionFixed Settled(VideoStep step) =>
        new(AppointmentId, step, StartsAt!.Value, EndsAt!.Value, JoiningRoomId!.Value, HearingRoomId!.Value, JoiningOfficerId!.Value, HearingOfficerId!.Value);

    private void Move(string verb)
    {
        State = VideoMoves.Require(State, verb);
        Version++;
    }
}
