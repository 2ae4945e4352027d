using Petitions.Domain.Facts;
using Petitions.Domain.People;

namespace Petitions.Domain.VideoVisits;

/// <summary>What is settled and how the day goes: rooms and people of both ends, their arrival, the address of the meeting, the end.</summary>
public sealed partial class VideoVisit
{
    /// <summary>Time, rooms and people of both ends are settled, or settled anew.</summary>
    /// <exception cref="RuleBrokenException">video.link, video.link-https, video.technician, video.phone, video.same-room, video.same-officer, video.time, video.wrong-state.</exception>
    public VideoReceptionFixed Fix(VideoPlan plan, DateTime now)
    {
        Rule.Require(plan.StartsAt > now && plan.StartsAt < plan.EndsAt, "video.time");
        Rule.Require(plan.JoiningRoomId != plan.HearingRoomId, "video.same-room");
        Rule.Require(plan.JoiningOfficerId != plan.HearingOfficerId, "video.same-officer");
        var link = VideoLink.Require(plan.Link);
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
        if (StartsAt is null)
        {
            // Who asked came, but the two ends were never settled: the visit in the hall is what took place.
            CallOff(now);
            return [];
        }

        Rule.Require(!heard || Recording.Consent is not null, "video.consent-missing");
        Rule.Require(!heard || BegunAt is not null, "video.not-begun");
        Move("Hold");
        EndedAt = now;
        List<Fact> facts = Recording.IsRunning ? [Recording.Stop(null, now)] : [];
        facts.Add(Settled(VideoStep.Held));
        return facts;
    }

    /// <summary>The day is over and nobody came near home: it ends as that, at both ends.</summary>
    /// <exception cref="RuleBrokenException">video.wrong-state</exception>
    public VideoReceptionFixed Miss(DateTime now)
    {
        Move("Miss");
        EndedAt = now;
        return Settled(VideoStep.Missed);
    }

    /// <summary>From when on the address of the meeting is shown.</summary>
    public DateTime? LinkFrom => StartsAt - VideoLink.Before;

    /// <summary>Whether the address is shown to who asked and to the end near home: shortly before until it is over, and while it lasts longer.</summary>
    public bool ShowsLink(DateTime now) =>
        State == VideoState.Begun || (State == VideoState.Fixed && now >= LinkFrom && now < EndsAt);
}
