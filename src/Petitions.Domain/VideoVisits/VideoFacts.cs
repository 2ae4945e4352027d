using Petitions.Domain.Facts;

namespace Petitions.Domain.VideoVisits;

/// <summary>A video reception is asked for (申请视频接访) at one office, to be heard by another or the same.</summary>
public sealed record VideoRequested(Guid AppointmentId, Guid OfficeId, Guid? ServicePointId, Guid? HearingOfficeId = null, DateOnly? ForwardDueOn = null) : Fact(AppointmentId);

/// <summary>The request for a video reception was looked at (审查视频申请), at once by RV14-6. Where it is not for the office asked, the right one is named.</summary>
public sealed record VideoRequestChecked(Guid AppointmentId, bool Granted, Guid? RightOfficeId = null) : Fact(AppointmentId);

/// <summary>The request was passed on to the office that is asked to hear (上报视频申请), so many calendar days late.</summary>
public sealed record VideoRequestForwarded(Guid AppointmentId, Guid ToOfficeId, DateOnly? DueOn, int DaysLate) : Fact(AppointmentId);

/// <summary>Time, rooms and people of both ends are settled (确定视频接访), or something about a settled one changed.</summary>
public sealed record VideoReceptionFixed(
    Guid AppointmentId, VideoStep Step, DateTime StartsAt, DateTime EndsAt, Guid JoiningRoomId, Guid HearingRoomId, Guid JoiningOfficerId, Guid HearingOfficerId) : Fact(AppointmentId);

/// <summary>The recording (登记录音录像): whether it is agreed to, when it ran, and the digest of what was kept. The file itself is not in the database.</summary>
public sealed record RecordingRegistered(
    Guid AppointmentId, RecordingStep Step, DateTime At, Guid? StaffId = null, int? Seconds = null, string? Digest = null, string? Store = null) : Fact(AppointmentId);
