using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using Petitions.Data;
using Petitions.Services.Operations;

namespace Petitions.Web.Hosting;

/// <summary>What the limiter of one asker is made of.</summary>
internal sealed class LimiterParts(SharedLimits limits, IEngineInfo engine, IOptions<LimitOptions> options)
{
    public RateLimiter Limiter(string policy, string asker, Func<LimitOptions, int> limit) => new SharedLimiter(limits, engine, policy, asker, limit(options.Value));
}
