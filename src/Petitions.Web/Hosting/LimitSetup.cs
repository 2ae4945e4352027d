using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Petitions.Web.Hosting;

/// <summary>Rate limits by address; 429 with Retry-After in plain words. Wrong codes and passwords have slow-downs of their own.</summary>
public static class LimitSetup
{
    public const string Submit = "submit";
    public const string Query = "query";
    public const string SignIn = "sign-in";
    public const string Upload = "upload";

    public static void AddPetitionLimits(this IServiceCollection services)
    {
        services.AddOptions<LimitOptions>().BindConfiguration(LimitOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = (context, _) =>
            {
                var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
                context.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            limiter.AddPolicy(Submit, context => ByAddress(context, limits => limits.SubmitsPerMinute));
            limiter.AddPolicy(Query, context => ByAddress(context, limits => limits.QueriesPerMinute));
            limiter.AddPolicy(Upload, context => ByAddress(context, limits => limits.UploadsPerMinute));
            limiter.AddPolicy(SignIn, context => ByAddress(context, limits => limits.SignInsPerMinute));
        });
    }

    // Pages are read freely; only sending counts.
    private static RateLimitPartition<string> ByAddress(HttpContext context, Func<LimitOptions, int> limit) =>
        HttpMethods.IsGet(context.Request.Method) && !context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
            ? RateLimitPartition.GetNoLimiter("read")
            : RateLimitPartition.GetSlidingWindowLimiter(context.Connection.RemoteIpAddress?.ToString() ?? "", _ => new SlidingWindowRateLimiterOptions
            {
                PermitLimit = limit(context.RequestServices.GetRequiredService<IOptions<LimitOptions>>().Value),
                Window = TimeSpan.FromMinutes(1),
                SegmentsPerWindow = 6,
            });
}
