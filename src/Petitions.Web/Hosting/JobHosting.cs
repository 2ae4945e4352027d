using Petitions.Services.Jobs;
using Petitions.Services.Notices.Channels;

namespace Petitions.Web.Hosting;

/// <summary>Settings of notices, and the jobs of this node (<c>Jobs:Enabled</c>).</summary>
internal static class JobHosting
{
    public static void AddNoticesAndJobs(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<NoticeOptions>().BindConfiguration(NoticeOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<Microsoft.Extensions.Options.IValidateOptions<NoticeOptions>, NoticeOptionsCheck>();
        if (builder.Configuration.GetValue("Jobs:Enabled", defaultValue: true))
        {
            builder.Services.AddPetitionJobs();
        }
    }
}
