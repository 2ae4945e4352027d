using Petitions.Domain.VideoVisits;

namespace Petitions.Domain.Tests.VideoVisits;

/// <summary>The moves of a reception by video, and what the recording may do.</summary>
public sealed class VideoVisitTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 0, 30, 0, DateTimeKind.Utc);
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Fact]
    public void Forward_AfterTheLimit_CountsTheDays_AndLooksAtItFirst()
    {
        var visit = Ask(oneHouse: false);

        var facts = visit.Forward(null, Today.AddDays(4), Now);

        Assert.Equal(["VideoRequestChecked", "VideoRequestForwarded"], facts.Select(fact => fact.Kind));
        Assert.Equal((VideoState.Forwarded, 2), (visit.State, visit.DaysLate));
        Assert.Equal("video.wrong-state", Refused(() => visit.Check(Now)));
    }

    [Fact]
    public void OneHouse_IsNotPassedOn_AndIsSettledOnceLookedAt()
    {
        var visit = Ask(oneHouse: true);

        var forward = Refused(() => visit.Forward(null, Today, Now));
        var unseen = Refused(() => visit.Fix(Plan(), Now));
        visit.Check(Now);
        visit.Fix(Plan(), Now);

        Assert.Equal(("video.one-house", "video.wrong-state", VideoState.Fixed, false), (forward, unseen, visit.State, visit.Waits));
    }

    [Theory]
    [InlineData("link", "video.link")]
    [InlineData("technician", "video.technician")]
    [InlineData("phone", "video.phone")]
    [InlineData("room", "video.same-room")]
    [InlineData("officer", "video.same-officer")]
    [InlineData("past", "video.time")]
    public void Fix_WithSomethingMissing_IsRefused(string missing, string code)
    {
        var (visit, plan) = (Ask(oneHouse: false), Plan());
        visit.Forward(null, Today, Now);

        var wrong = missing switch
        {
            "link" => plan with { Link = "" },
            "technician" => plan with { Technician = null },
            "phone" => plan with { BackupPhone = "12" },
            "room" => plan with { HearingRoomId = plan.JoiningRoomId },
            "officer" => plan with { HearingOfficerId = plan.JoiningOfficerId },
            _ => plan with { StartsAt = Now },
        };

        Assert.Equal((code, VideoState.Forwarded), (Refused(() => visit.Fix(wrong, Now)), visit.State));
    }

    [Fact]
    public void Ready_AtBothEnds_Begins_AndEndsOnlyAfterTheQuestion()
    {
        var visit = Ask(oneHouse: false);
        visit.Forward(null, Today, Now);
        visit.Fix(Plan(), Now);

        visit.Ready(VideoEnd.Hearing, Now);
        var half = visit.State;
        var twice = Refused(() => visit.Ready(VideoEnd.Hearing, Now));
        visit.Ready(VideoEnd.Joining, Now.AddMinutes(1));
        var unasked = Refused(() => visit.End(heard: true, Now));
        visit.Recording.Answer(agrees: false, null, Now);
        visit.End(heard: true, Now.AddHours(1));

        Assert.Equal((VideoState.Fixed, "video.ready", "video.consent-missing", VideoState.Held, Now.AddMinutes(1)), (half, twice, unasked, visit.State, visit.BegunAt));
    }

    [Fact]
    public void Recording_NeedsAYes_AndEndsWhenItIsTakenBack()
    {
        var recording = Ask(oneHouse: false).Recording;

        var unasked = Refused(() => recording.Start(Guid.NewGuid(), Now));
        recording.Answer(agrees: true, null, Now);
        var same = recording.Answer(agrees: true, null, Now);
        recording.Start(Guid.NewGuid(), Now);
        var running = Refused(() => recording.Register("a", 1, new string('a', 64), Guid.NewGuid(), Now));
        var back = recording.Answer(agrees: false, null, Now.AddMinutes(3));

        Assert.Equal(("recording.no-consent", "recording.running"), (unasked, running));
        Assert.Empty(same);
        Assert.Equal([RecordingStep.Withdrawn, RecordingStep.Stopped], back.Select(fact => fact.Step));
        Assert.Equal((RecordingConsent.Withdrawn, false, Now.AddMinutes(3)), (recording.Consent, recording.IsRunning, recording.StoppedAt));
    }

    private static VideoVisit Ask(bool oneHouse)
    {
        var (joining, hearing) = (Guid.NewGuid(), Guid.NewGuid());
        return VideoVisit.Request(new VideoRequest
        {
            AppointmentId = Guid.NewGuid(),
            JoiningOfficeId = joining,
            JoiningPointId = Guid.NewGuid(),
            HearingOfficeId = oneHouse ? joining : hearing,
            ForwardDueOn = oneHouse ? null : Today.AddDays(2),
        }).Visit;
    }

    private static VideoPlan Plan() => new()
    {
        StartsAt = Now.AddDays(3),
        EndsAt = Now.AddDays(3).AddHours(1),
        JoiningRoomId = Guid.NewGuid(),
        HearingRoomId = Guid.NewGuid(),
        JoiningOfficerId = Guid.NewGuid(),
        HearingOfficerId = Guid.NewGuid(),
        Link = "881 204",
        Technician = "丁工",
        BackupPhone = "13800009999",
    };

    private static string Refused(Action act) => Assert.Throws<RuleBrokenException>(act).Code;
}
