using Microsoft.Extensions.DependencyInjection;
using Petitions.Services.Receptions;
using Petitions.Services.Setup;

namespace Petitions.Services.VideoVisits;

/// <summary>Receptions by video: the request, its passing on, both ends on the day.</summary>
internal static class VideoSetup
{
    public static IServiceCollection AddVideoVisits(this IServiceCollection services)
    {
        services.AddScoped<VideoAccess>();
        services.AddScoped<VideoNotices>();
        services.AddScoped<VideoBookings>();
        services.AddScoped<VideoRequestService>();
        services.AddScoped<VideoTimes>();
        services.AddScoped<VideoFixService>();
        services.AddScoped<VideoProposalService>();
        services.AddScoped<VideoSessionService>();
        services.AddScoped<VideoTranscripts>();
        services.AddScoped<VideoQueries>();
        services.AddScoped<OwnVideoQueries>();
        services.AddScoped<VideoBoardQueries>();
        services.AddScoped<IVideoEndings, VideoEndings>();
        services.AddSingleton<VideoWatch>();
        services.AddScoped<DemoVideo>();
        return services;
    }
}
