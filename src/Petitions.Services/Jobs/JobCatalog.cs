using Microsoft.Extensions.DependencyInjection;
using Petitions.Domain.Clocks;
using Petitions.Services.AccountabilityReviews;
using Petitions.Services.Appointments;
using Petitions.Services.Clocks;
using Petitions.Services.Exports;
using Petitions.Services.Facts;
using Petitions.Services.Files.Attachments;
using Petitions.Services.FollowUps;
using Petitions.Services.Indicators;
using Petitions.Services.JointVisits;
using Petitions.Services.Notices;
using Petitions.Services.Offices;
using Petitions.Services.Operations;
using Petitions.Services.Petitions;
using Petitions.Services.Search;
using Petitions.Services.VideoVisits;

namespace Petitions.Services.Jobs;

/// <summary>All jobs by name, for the scheduler and for the verb <c>jobs run</c>. Order is the order of a run of all.</summary>
public static class JobCatalog
{
    public static readonly IReadOnlyList<PortalJob> All =
    [
        new("clock-recount", "Count open clocks again where the calendar changed.", JobRhythm.Daily,
            (services, _, ct) => services.GetRequiredService<ClockRecount>().RunAsync(ct)),
        new("clock-watch", "Write warnings, overdue records and chasers that are due; tell of calls about visits that are late.", JobRhythm.Daily,
            async (services, now, ct) =>
            {
                await services.GetRequiredService<ClockWatch>().RunAsync(now, ct);
                await services.GetRequiredService<VisitCallbacks>().WatchAsync(now, ct);
            }),
        new("review-clocks", "Warn, record and close the limits of accountability reviews; hand up those for which nobody here is free.", JobRhythm.Daily,
            async (services, now, ct) =>
            {
                await services.GetRequiredService<ReviewClockWatch>().RunAsync(now, ct);
                await services.GetRequiredService<ReviewHandingUp>().RunAsync(ct);
            }),
        new("review-triggers", "Propose accountability reviews for what was recorded.", JobRhythm.Hourly,
            (services, now, ct) => services.GetRequiredService<ReviewTriggers>().RunAsync(now, ct)),
        new("indicators", "Bring the daily roll-ups of the indicators up to date.", JobRhythm.Hourly,
            (services, _, ct) => services.GetRequiredService<RollUpService>().RunAsync(ct)),
        new("weekly-letters", "Make last week's letter to the chief of each office.", JobRhythm.Daily,
            (services, _, ct) => services.GetRequiredService<WeeklyLetterService>().MakeDueAsync(ct)),
        new("timetable", "Keep the reception days of the next weeks filled.", JobRhythm.Daily,
            (services, _, ct) => services.GetRequiredService<TimetableGenerator>().RunAsync(ct)),
        new("daily-root", "Publish the root of the day before.", JobRhythm.Daily,
            (services, now, ct) => services.GetRequiredService<DailyRootService>().PublishAsync(ChinaTime.DateOf(now).AddDays(-1), ct)),
        new("bookings", "Give kept places back and offer freed ones to who waits.", JobRhythm.Steady,
            (services, now, ct) => services.GetRequiredService<WaitingList>().RunAsync(now, ct)),
        new("booking-reminders", "Remind of the appointments of tomorrow.", JobRhythm.Hourly,
            (services, now, ct) => services.GetRequiredService<BookingDay>().RemindAsync(now, ct)),
        new("booking-day", "Record who did not come on days that are over.", JobRhythm.Daily,
            (services, now, ct) => services.GetRequiredService<BookingDay>().CloseAsync(now, ct)),
        new("video-watch", "Remind of requests by video that wait to be passed on, and record those past their limit.", JobRhythm.Daily,
            (services, now, ct) => services.GetRequiredService<VideoWatch>().RunAsync(now, ct)),
        new("joint-proposals", "Propose joint visits for matters with many registrations or of great age.", JobRhythm.Daily,
            (services, now, ct) => services.GetRequiredService<JointVisitProposals>().RunAsync(now, ct)),
        new("joint-measures", "Remind of measures agreed at joint visits or set by an answer to an escalation.", JobRhythm.Daily,
            async (services, now, ct) =>
            {
                await services.GetRequiredService<JointMeasureService>().RemindAsync(now, services.GetRequiredService<ResponsiblePersons>(), ct);
                await services.GetRequiredService<EscalationWatch>().RemindAsync(now, ct);
            }),
        new("notices", "Hand due notices to their channels.", JobRhythm.Steady,
            (services, now, ct) => services.GetRequiredService<NoticeDispatchService>().DispatchDueAsync(now, ct)),
        new("search-index", "Bring changed matters into the search index.", JobRhythm.Steady,
            (services, _, ct) => services.GetRequiredService<SearchIndexer>().RunAsync(ct)),
        new("file-scan", "Look again at files the malware scanner has not seen.", JobRhythm.Hourly,
            (services, _, ct) => services.GetRequiredService<FileScanJob>().RunAsync(ct)),
        new("file-check", "Compare the file store with its records.", JobRhythm.Daily,
            (services, _, ct) => services.GetRequiredService<FileCheckJob>().RunAsync(ct)),
        new("exports", "Make waiting exports.", JobRhythm.Steady,
            (services, _, ct) => services.GetRequiredService<ExportRunner>().RunAsync(ct)),
        new("purge-exports", "Delete export files past their days.", JobRhythm.Hourly,
            (services, _, ct) => services.GetRequiredService<ExportRunner>().PurgeAsync(ct)),
        new("purge-drafts", "Delete drafts past their life.", JobRhythm.Hourly,
            (services, _, ct) => services.GetRequiredService<PetitionDraftService>().PurgeExpiredAsync(ct)),
        new("purge-attempts", "Delete old tries at query codes.", JobRhythm.Hourly,
            (services, _, ct) => services.GetRequiredService<PetitionAccess>().PurgeAttemptsAsync(ct)),
        new("purge-failures", "Delete old failed sign-ins.", JobRhythm.Hourly,
            (services, _, ct) => services.GetRequiredService<SlowDown>().PurgeAsync(ct)),
        new("purge-limits", "Forget what was counted against the limits of past minutes.", JobRhythm.Hourly,
            (services, _, ct) => services.GetRequiredService<SharedLimits>().PurgeAsync(ct)),
    ];

    public static PortalJob? Find(string name) => All.FirstOrDefault(job => job.Name == name);
}
