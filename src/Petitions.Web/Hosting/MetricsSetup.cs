using Microsoft.Extensions.Options;
using OpenTelemetry.Metrics;

namespace Petitions.Web.Hosting;

/// <summary><c>/metrics</c> for Prometheus on a port of its own (<c>Node:MetricsPort</c>): the proxy does not lead there, and nothing else answers there.</summary>
internal static class MetricsSetup
{
    public static void AddPetitionMetrics(this WebApplicationBuilder builder)
    {
        var port = builder.Configuration.GetValue<int>($"{NodeOptions.Section}:{nameof(NodeOptions.MetricsPort)}");
        if (port == 0)
        {
            return;
        }

        // In a container the port is reached from its network, on a machine from that machine only.
        var host = builder.Configuration.GetValue<bool>("DOTNET_RUNNING_IN_CONTAINER") ? "*" : "127.0.0.1";
        builder.WebHost.UseUrls($"{Usual(builder.Configuration)};http://{host}:{port}");
        builder.Services.AddOpenTelemetry().WithMetrics(metrics => metrics
            .AddAspNetCoreInstrumentation()
            .AddRuntimeInstrumentation()
            .AddMeter("Npgsql")
            .AddPrometheusExporter());
    }

    public static void UsePetitionMetrics(this WebApplication app)
    {
        var port = app.Services.GetRequiredService<IOptions<NodeOptions>>().Value.MetricsPort;
        if (port == 0)
        {
            return;
        }

        app.UseOpenTelemetryPrometheusScrapingEndpoint(context => context.Connection.LocalPort == port && context.Request.Path == "/metrics");
        app.Use((context, next) =>
        {
            if (context.Connection.LocalPort != port)
            {
                return next(context);
            }

            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
    }

    private static string Usual(IConfiguration settings) =>
        settings[WebHostDefaults.ServerUrlsKey] is { Length: > 0 } urls ? urls
            : settings[WebHostDefaults.HttpPortsKey] is { Length: > 0 } ports ? string.Join(';', ports.Split(';').Select(each => $"http://*:{each}"))
            : "http://localhost:5080";
}
