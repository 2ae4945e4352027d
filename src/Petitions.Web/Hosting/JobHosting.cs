using Petitions.Services.Jobs;
using Petitions.Services.Notices.Channels;
using Quartz;

namespace Petitions.Web.Hosting;

/// <summary>Settings of notices, and the jobs of this node (<c>Jobs:Enabled</c>, <c>Jobs:DelaySeconds</c>).</summary>
internal static class JobHosting
{
    private const int DelaySeconds = 5;
    private const int MaxDelaySeconds = 600;

    public static void AddNoticesAndJobs(this WebApplicationBuilder builder, IReadOnlyDictionary<string, Engine> engines)
    {
        builder.Services.AddOptions<NoticeOptions>().BindConfiguration(NoticeOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<Microsoft.Extensions.Options.IValidateOptions<NoticeOptions>, NoticeOptionsCheck>();
        if (builder.Configuration.GetValue("Jobs:Enabled", defaultValue: true))
        {
            var delay = TimeSpan.FromSeconds(Math.Clamp(builder.Configuration.GetValue("Jobs:DelaySeconds", DelaySeconds), 0, MaxDelaySeconds));
            builder.Services.AddPetitionJobs(delay, Store(builder.Configuration.GetSection(DatabaseOptions.Section), engines));
        }
    }

    // Wrong settings are told by their own check, not here.
    private static Action<IQuartzBuilder>? Store(IConfigurationSection database, IReadOnlyDictionary<string, Engine> engines) =>
        engines.TryGetValue(database["Engine"] ?? "sqlite", out var engine) && engine.JobStore is { } store && database["ConnectionString"] is { Length: > 0 } connection
            ? quartz => store(quartz, connection)
            : null;
}
