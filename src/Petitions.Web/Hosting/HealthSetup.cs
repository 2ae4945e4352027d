using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Petitions.Data;
using Petitions.Data.Keys;

namespace Petitions.Web.Hosting;

/// <summary>
/// <c>/health/live</c> answers while the process lives; <c>/health/ready</c> needs database, migrations, durability, keys
/// and disk (security.md E4). Strangers get a word, the log gets the reason.
/// </summary>
internal static class HealthSetup
{
    public static void AddPetitionsHealth(this IServiceCollection services) => services.AddHealthChecks().AddCheck<ReadyCheck>("ready");

    public static void MapPetitionsHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync }).AllowAnonymous();
    }

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(JsonSerializer.Serialize(new { status = report.Status == HealthStatus.Healthy ? "ok" : "unavailable" }));
    }
}
