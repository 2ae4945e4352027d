using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Petitions.Services.Jobs;

public static class JobsSetup
{
    /// <summary>Lets this node run the jobs. The schedule lives in memory: every node has it, the jobs settle who acts.</summary>
    public static IServiceCollection AddPetitionJobs(this IServiceCollection services)
    {
        services.AddQuartz(quartz =>
        {
            // Rhythms are real time, also where the demo clock is moved.
            quartz.UseTimeProvider(TimeProvider.System);
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
        return services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }

    private static void Schedule(ITriggerConfigurator<JobShell> trigger, JobRhythm rhythm)
    {
        if (rhythm == JobRhythm.Daily)
        {
            // 00:05 in Asia/Shanghai.
            trigger.WithCronSchedule("0 5 16 * * ?", cron => cron.InTimeZone(TimeZoneInfo.Utc));
            return;
        }

        trigger.WithSimpleSchedule(simple => simple.WithInterval(rhythm == JobRhythm.Steady ? TimeSpan.FromSeconds(10) : TimeSpan.FromHours(1)).RepeatForever());
    }
}
