using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Domain.Clocks;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;
using Petitions.Domain.VideoVisits;
using Petitions.Services.Clocks;

namespace Petitions.Services.VideoVisits;

/// <summary>
/// The daily watch over requests whose limit nothing has met (passed on, or another time proposed): a reminder before the limit, and the record that it is past,
/// each once and told to who must act. Each request is a save of its own; safe to run twice and on two nodes.
/// </summary>
public sealed class VideoWatch(IServiceScopeFactory scopes)
{
    private const int Batch = 200;

    /// <summary>Returns how many requests it wrote on.</summary>
    public async Task<int> RunAsync(DateTime now, CancellationToken ct)
    {
        var today = ChinaTime.DateOf(now);
        var done = 0;
        foreach (var id in await WaitingAsync(today, ct))
        {
            ct.ThrowIfCancellationRequested();
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<PetitionsDbContext>();
            if (await Open(db, today).SingleOrDefaultAsync(each => each.AppointmentId == id, ct) is not { } visit)
            {
                continue;
            }

            await WriteAsync(visit, today, scope.ServiceProvider, ct);
            try
            {
                await db.SaveChangesAsync(ct);
                done++;
            }
            catch (DbUpdateConcurrencyException)
            {
                // Passed on, or watched by another node, meanwhile: the next turn looks again.
            }
        }

        return done;
    }

    private static IQueryable<VideoVisit> Open(PetitionsDbContext db, DateOnly today) => db.VideoVisits
        .Where(visit => (visit.State == VideoState.Requested || visit.State == VideoState.Checked) && visit.ForwardDueOn != null && visit.DaysLate == null
            && ((visit.WarnedOn == null && visit.WarnOn <= today && visit.ForwardDueOn >= today) || (visit.OverdueOn == null && visit.ForwardDueOn < today)));

    private static async Task WriteAsync(VideoVisit visit, DateOnly today, IServiceProvider services, CancellationToken ct)
    {
        var late = visit.ForwardDueOn < today;
        if (late)
        {
            visit.MarkOverdue(today);
            services.GetRequiredService<FactLog>().Record(Actor.System,
                new ClockOverdue(visit.AppointmentId, visit.AppointmentId, VideoBookings.ForwardRule, visit.ForwardDueOn!.Value) { RunsOn = FactSubject.Reception });
        }
        else
        {
            visit.Warn(today);
        }

        var rule = services.GetRequiredService<ClockCatalog>().Rule(VideoBookings.ForwardRule, visit.RuleVersion!.Value);
        await services.GetRequiredService<VideoNotices>().TellRoleAsync(visit, visit.JoiningOfficeId, rule.ResponsibleRole, late ? VideoNotices.Overdue : VideoNotices.DueSoon, today, ct);
    }

    private async Task<IReadOnlyList<Guid>> WaitingAsync(DateOnly today, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await Open(scope.ServiceProvider.GetRequiredService<PetitionsDbContext>(), today).AsNoTracking()
            .OrderBy(visit => visit.ForwardDueOn).ThenBy(visit => visit.AppointmentId).Select(visit => visit.AppointmentId).Take(Batch).ToListAsync(ct);
    }
}
