namespace Petitions.Web.Live;

internal static class LiveSetup
{
    public static IServiceCollection AddLiveLink(this IServiceCollection services)
    {
        services.AddOptions<LiveOptions>().BindConfiguration(LiveOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<LiveHub>();
        services.AddSingleton<LiveStreams>();
        services.AddHostedService<LiveListener>();
        return services;
    }
}
