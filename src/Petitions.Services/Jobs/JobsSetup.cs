using Microsoft.Extensions.DependencyInjection;
using Petitions.Services.Operations;
using Quartz;

namespace Petitions.Services.Jobs;

public static class JobsSetup
{
    /// <summary>Lets this node run the jobs.</summary>
    /// <param name="services">The services.</param>
    /// <param name="delay">People first: so long after the start the first pages have the machine for themselves (performance.md P7).</param>
    /// <param name="store">Where the schedule lies when several nodes share it; in memory when null.</param>
    public static IServiceCollection AddPetitionJobs(this IServiceCollection services, TimeSpan delay, Action<IQuartzBuilder>? store = null)
    {
        services.AddQuartz(quartz =>
        {
            store?.Invoke(quartz);
            // Rhythms are real time, also where the demo clock is moved.
            quartz.UseTimeProvider(TimeProvider.System);
            quartz.ConfigureScheduler(scheduler => scheduler.ShutdownJobInterruption = ShutdownJobInterruption.WhenWaitingForJobs);
            foreach (var job in JobCatalog.All)
            {
                quartz.ScheduleJob<JobShell>(
                    trigger => Schedule(trigger.WithIdentity(job.Name), job.Rhythm),
                    detail => detail.WithIdentity(job.Name));
                if (job.Rhythm == JobRhythm.Daily)
                {
                    quartz.RunAtStartup(new JobKey(job.Name));
                }
            }
        });
        return services.AddQuartzHostedService(options => (options.WaitForJobsToComplete, options.AwaitApplicationStarted, options.StartDelay) = (true, true, delay));
    }

    private static void Schedule(ITriggerConfigurator<JobShell> trigger, JobRhythm rhythm)
    {
        if (rhythm == JobRhythm.Daily)
        {
            // Five past every hour, the first of the day at 00:05 in Asia/Shanghai: the day is taken once, and again only after a failure.
            trigger.WithCronSchedule(FormattableString.Invariant($"0 {JobLedger.DailyMinute} * * * ?"), cron => cron.InTimeZone(TimeZoneInfo.Utc));
            return;
        }

        trigger.WithSimpleSchedule(simple => simple.WithInterval(rhythm == JobRhythm.Steady ? TimeSpan.FromSeconds(10) : TimeSpan.FromHours(1)).RepeatForever());
    }
}
