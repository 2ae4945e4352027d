using System.Reflection;
using Microsoft.Extensions.Options;
using Petitions.Services.Operations;

namespace Petitions.Web.Hosting;

/// <summary>Who this node is, that it reports itself, and that it stops without cutting an answer (security.md A8).</summary>
internal static class NodeSetup
{
    private const int UsualDrain = 5;

    public static void AddPetitionNode(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<NodeOptions>().BindConfiguration(NodeOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => new NodeIdentity(
            provider.GetRequiredService<IOptions<NodeOptions>>().Value.Name is { Length: > 0 } name ? name : $"{Environment.MachineName}:{Environment.ProcessId}",
            typeof(Program).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? ""));
        services.AddHostedService<NodeReporter>();
        services.AddHostedService<Drain>();
        builder.WebHost.ConfigureKestrel(server => server.CloseLate());
        services.AddOptions<HostOptions>().Configure<IOptions<NodeOptions>>((host, node) =>
            host.ShutdownTimeout = DrainTime(node.Value, builder.Environment) + TimeSpan.FromSeconds(node.Value.StopSeconds + 5));
    }

    /// <summary>A stopping node asks for each connection to be closed after its answer, so that none is in use when the doors close.</summary>
    public static void UseDrain(this WebApplication app) => app.Use((context, next) =>
    {
        if (app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            context.Response.Headers.Connection = "close";
        }

        return next(context);
    });

    internal static TimeSpan DrainTime(NodeOptions node, IHostEnvironment environment) =>
        TimeSpan.FromSeconds(node.DrainSeconds ?? (environment.IsProduction() ? UsualDrain : 0));
}
