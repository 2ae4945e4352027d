using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Petitions.Services.Files.Checks;
using Petitions.Web.Files;

namespace Petitions.Web.Hosting;

/// <summary>Rate limits by address, counted on all nodes together; 429 with Retry-After in plain words. Wrong codes and passwords have slow-downs of their own.</summary>
public static class LimitSetup
{
    public const string Submit = "submit";
    public const string Query = "query";
    public const string SignIn = "sign-in";
    public const string Upload = "upload";
    public const string Booking = "booking";

    /// <summary>Marks a request that was refused because too many files come in at this moment.</summary>
    public static readonly object Busy = new();

    private static readonly TimeSpan BusyWait = TimeSpan.FromSeconds(30);

    public static void AddPetitionLimits(this IServiceCollection services)
    {
        services.AddOptions<LimitOptions>().BindConfiguration(LimitOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<LimiterParts>();
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(UploadsAtOnce);
            limiter.OnRejected = (context, _) =>
            {
                var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
                // Only the one that counts what goes on at the same moment gives a reason: nobody did too much, the node has its hands full.
                if (context.Lease.TryGetMetadata(MetadataName.ReasonPhrase, out string? busy) && busy is not null)
                {
                    context.HttpContext.Items[Busy] = true;
                    context.HttpContext.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                    wait = BusyWait;
                }

                context.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            limiter.AddPolicy(Submit, context => ByAddress(context, Submit, limits => limits.SubmitsPerMinute));
            limiter.AddPolicy(Query, context => ByAddress(context, Query, limits => limits.QueriesPerMinute));
            limiter.AddPolicy(Booking, context => ByAddress(context, Booking, limits => limits.BookingsPerMinute));
            limiter.AddPolicy(Upload, context => ByAddress(context, Upload, limits => limits.UploadsPerMinute));
            limiter.AddPolicy(SignIn, context => ByAddress(context, SignIn, limits => limits.SignInsPerMinute));
        });
    }

    // Asked before the body is read: what waits here lies with the sender, not in our memory.
    private static RateLimitPartition<string> UploadsAtOnce(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<UploadLimitsAttribute>() is null)
        {
            return RateLimitPartition.GetNoLimiter("");
        }

        var most = context.RequestServices.GetRequiredService<IOptions<FileLimits>>().Value.UploadsAtOnce;
        return RateLimitPartition.GetConcurrencyLimiter("uploads", _ => new ConcurrencyLimiterOptions { PermitLimit = most, QueueLimit = most });
    }

    // Pages are read freely; only sending counts.
    private static RateLimitPartition<string> ByAddress(HttpContext context, string policy, Func<LimitOptions, int> limit)
    {
        if (HttpMethods.IsGet(context.Request.Method) && !context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
        {
            return RateLimitPartition.GetNoLimiter("read");
        }

        // A limiter outlives the request: it takes singletons only.
        var root = context.RequestServices.GetRequiredService<LimiterParts>();
        return RateLimitPartition.Get(context.Connection.RemoteIpAddress?.ToString() ?? "", address => root.Limiter(policy, address, limit));
    }
}
