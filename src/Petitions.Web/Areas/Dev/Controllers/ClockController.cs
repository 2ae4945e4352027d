using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Petitions.Services.Clocks;
using Petitions.Services.Jobs;

namespace Petitions.Web.Areas.Dev.Controllers;

/// <summary>Shows and moves the clock of the installation, and runs the daily jobs of the new day. Development only.</summary>
[Area("Dev")]
[AllowAnonymous]
[DevelopmentOnly]
public sealed class ClockController(IServiceProvider services, IServiceScopeFactory scopes) : Controller
{
    private const double HoursMax = 24 * 366 * 10;
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    [HttpGet("/dev/clock")]
    public IActionResult Index()
    {
        var clock = services.GetRequiredService<OffsetTimeProvider>();
        ViewData["Now"] = clock.GetUtcNow().UtcDateTime;
        return View("~/Areas/Dev/Views/Clock.cshtml", clock.Offset);
    }

    /// <param name="hours">Hours to add.</param>
    /// <param name="to">Or a wall-clock time in Asia/Shanghai to go to.</param>
    /// <param name="reset">Or back to real time.</param>
    /// <param name="ct">Ends with the request.</param>
    [HttpPost("/dev/clock")]
    public async Task<IActionResult> Move(string? hours, string? to, bool reset, CancellationToken ct)
    {
        var clock = services.GetRequiredService<OffsetTimeProvider>();
        TimeSpan offset;
        if (reset)
        {
            offset = TimeSpan.Zero;
        }
        else if (double.TryParse(hours, NumberStyles.Float, CultureInfo.InvariantCulture, out var added) && Math.Abs(added) <= HoursMax)
        {
            offset = clock.Offset + TimeSpan.FromHours(added);
        }
        else if (DateTime.TryParseExact(to, ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var wall))
        {
            offset = new DateTimeOffset(wall, China) - TimeProvider.System.GetUtcNow();
        }
        else
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Index();
        }

        await clock.MoveToAsync(offset, ct);
        foreach (var job in new[] { "clock-watch", "review-clocks", "review-triggers", "notices" })
        {
            await JobCatalog.Find(job)!.RunAsync(scopes, clock.GetUtcNow().UtcDateTime, ct);
        }

        return LocalRedirect("~/dev/clock");
    }
}
