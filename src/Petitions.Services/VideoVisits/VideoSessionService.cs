using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Domain;
using Petitions.Domain.Clocks;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;
using Petitions.Domain.VideoVisits;
using Petitions.Services.Appointments;

namespace Petitions.Services.VideoVisits;

/// <summary>
/// A reception by video on its day (journey J11 steps 3 to 5): each end says it is there, who is heard is asked about the
/// recording, the recording runs, ends, and is registered by its digest. Record and outcome are those of the visit in the hall.
/// </summary>
public sealed class VideoSessionService(PetitionsDbContext db, FactLog log, VideoAccess access, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>One end is there. Near home that is so once who asked has come and has a ticket.</summary>
    /// <exception cref="RuleBrokenException">video.other-end, video.other-day, video.nobody-came, video.ready, video.wrong-state.</exception>
    public Task ReadyAsync(Guid id, VideoEnd end, Actor actor, CancellationToken ct) => ActAsync(id, actor, async visit =>
    {
        VideoAccess.Require(end, visit, actor);
        var appointment = await access.AppointmentAsync(visit, ct);
        Rule.Require(appointment.Day == ChinaTime.DateOf(Now), "video.other-day");
        Rule.Require(end == VideoEnd.Hearing || appointment.ReceptionId is not null, "video.nobody-came");
        return [visit.Ready(end, Now)];
    }, ct);

    /// <summary>The answer as told at the end near home. A no has no effect on being heard; a no after a yes ends the recording.</summary>
    /// <exception cref="RuleBrokenException">video.other-end, video.wrong-state.</exception>
    public Task AnswerRecordingAsync(Guid id, bool agrees, Actor actor, CancellationToken ct) => ActAsync(id, actor, visit =>
    {
        VideoAccess.Require(VideoEnd.Joining, visit, actor);
        Rule.Require(visit.State is VideoState.Fixed or VideoState.Begun, "video.wrong-state");
        return Task.FromResult<IReadOnlyList<Fact>>(visit.Recording.Answer(agrees, actor.StaffId, Now));
    }, ct);

    /// <exception cref="RuleBrokenException">recording.no-consent, recording.started, video.wrong-state.</exception>
    public Task StartRecordingAsync(Guid id, Actor actor, CancellationToken ct) => ActAsync(id, actor, visit =>
    {
        Rule.Require(visit.State == VideoState.Begun, "video.wrong-state");
        return Task.FromResult<IReadOnlyList<Fact>>([visit.Recording.Start(actor.StaffId!.Value, Now)]);
    }, ct);

    /// <exception cref="RuleBrokenException">recording.not-running</exception>
    public Task StopRecordingAsync(Guid id, Actor actor, CancellationToken ct) =>
        ActAsync(id, actor, visit => Task.FromResult<IReadOnlyList<Fact>>([visit.Recording.Stop(actor.StaffId!.Value, Now)]), ct);

    /// <summary>Where the file lies, how long it is, and its digest; the file itself stays where it lies.</summary>
    /// <exception cref="RuleBrokenException">Those of <see cref="VideoRecording.Register"/>.</exception>
    public Task RegisterRecordingAsync(Guid id, string? store, int seconds, string? digest, Actor actor, CancellationToken ct) =>
        ActAsync(id, actor, visit => Task.FromResult<IReadOnlyList<Fact>>([visit.Recording.Register(store, seconds, digest, actor.StaffId!.Value, Now)]), ct);

    private Task<bool> ActAsync(Guid id, Actor actor, Func<VideoVisit, Task<IReadOnlyList<Fact>>> act, CancellationToken ct) => BookingRaces.RunAsync(db, async () =>
    {
        var facts = await act(await access.LoadAsync(id, actor, ct));
        if (facts.Count == 0)
        {
            return false;
        }

        log.Record(actor, facts);
        await db.SaveChangesAsync(ct);
        return true;
    });
}
