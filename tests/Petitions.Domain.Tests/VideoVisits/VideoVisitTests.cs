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
    [InlineData("number", "video.link-https")]
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
            "number" => plan with { Link = "881 204" },
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

    [Theory]
    [InlineData("https://meeting.example.test/room/1?pwd=a", true)]
    [InlineData(" HTTPS://meeting.example.test ", true)]
    [InlineData("http://meeting.example.test/room/1", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("https://office@meeting.example.test/", false)]
    [InlineData("https://meeting.example.test/a b", false)]
    [InlineData("https:\\\\meeting.example.test", false)]
    [InlineData("https://", false)]
    public void Link_IsAPlainHttpsAddress(string typed, bool taken)
    {
        if (taken)
        {
            Assert.Equal(typed.Trim(), VideoLink.Require(typed));
            return;
        }

        Assert.Equal("video.link-https", Refused(() => VideoLink.Require(typed)));
    }

    /// <summary>From 30 minutes before until the end; what lasts longer keeps it, what never began does not.</summary>
    [Fact]
    public void Link_IsShownFromShortlyBeforeUntilItIsOver()
    {
        var visit = Ask(oneHouse: false);
        visit.Forward(null, Today, Now);
        var unsettled = visit.ShowsLink(Now);
        visit.Fix(Plan(), Now);
        var (starts, ends) = (visit.StartsAt!.Value, visit.EndsAt!.Value);

        var waiting = (visit.ShowsLink(starts.AddMinutes(-31)), visit.ShowsLink(starts.AddMinutes(-30)), visit.ShowsLink(ends.AddSeconds(-1)), visit.ShowsLink(ends));
        visit.Ready(VideoEnd.Hearing, starts);
        visit.Ready(VideoEnd.Joining, starts);
        var longer = visit.ShowsLink(ends.AddMinutes(20));
        visit.Recording.Answer(agrees: false, null, starts);
        visit.End(heard: true, ends.AddMinutes(21));

        Assert.Equal((false, true, false), (unsettled, longer, visit.ShowsLink(ends.AddMinutes(21))));
        Assert.Equal((false, true, true, false), waiting);
    }

    /// <summary>Another time is an answer: it meets the limit, late where it is late, and passing on afterwards changes nothing of that.</summary>
    [Fact]
    public void Propose_MeetsTheLimitOnce_AndLooksAtItFirst()
    {
        var (visit, house) = (Ask(oneHouse: false), Ask(oneHouse: true));

        var first = visit.Propose(Today.AddDays(3), Now);
        var second = visit.Propose(Today.AddDays(4), Now.AddHours(1));
        var waits = visit.Waits;
        visit.Forward(null, Today.AddDays(9), Now);
        house.Propose(Today, Now);
        visit.Fix(Plan(), Now);

        Assert.Equal(["VideoRequestChecked"], first.Select(fact => fact.Kind));
        Assert.Empty(second);
        Assert.Equal((false, 1, Now.AddHours(1)), (waits, visit.DaysLate, visit.ProposedAt));
        Assert.Equal((VideoState.Checked, VideoEnd.Joining), (house.State, house.Turn));
        Assert.Equal("video.wrong-state", Refused(() => visit.Propose(Today, Now)));
    }

    [Fact]
    public void Miss_EndsASettledOne_AndNothingElse()
    {
        var (missed, unsettled) = (Ask(oneHouse: false), Ask(oneHouse: false));
        missed.Forward(null, Today, Now);
        var early = Refused(() => missed.Miss(Now));
        missed.Fix(Plan(), Now);

        var fact = missed.Miss(Now.AddDays(4));
        // Who came although the ends were never settled leaves the visit in the hall to its own outcome.
        var facts = unsettled.End(heard: true, Now);

        Assert.Equal(("video.wrong-state", VideoStep.Missed, VideoState.NoShow, Now.AddDays(4)), (early, fact.Step, missed.State, missed.EndedAt));
        Assert.Equal("video.wrong-state", Refused(() => missed.CallOff(Now)));
        Assert.Empty(facts);
        Assert.Equal(VideoState.CalledOff, unsettled.State);
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
        Link = "https://meeting.example.test/room/881204",
        Technician = "丁工",
        BackupPhone = "13800009999",
    };

    private static string Refused(Action act) => Assert.Throws<RuleBrokenException>(act).Code;
}
