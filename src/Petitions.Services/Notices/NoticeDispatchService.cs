using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Data.Keys;
using Petitions.Domain.Facts;
using Petitions.Domain.Notices;
using Petitions.Domain.Offices;
using Petitions.Services.Notices.Channels;

namespace Petitions.Services.Notices;

/// <summary>
/// Hands due notices to their channels. A notice is taken under a lease, so that two nodes do not send the same one; a
/// node that dies lets the lease run out and another repeats it, under the same id (security.md A10).
/// </summary>
public sealed partial class NoticeDispatchService(
    IServiceScopeFactory scopes, IEnumerable<INoticeChannel> channels, ColumnProtector protector, IEngineInfo engine, IOptions<NoticeOptions> options, ILogger<NoticeDispatchService> logger)
{
    private const int Most = 100;

    // Five channels that all run into their limit end well within the lease.
    private const int Batch = 5;
    private const int Tries = 8;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>Returns how many notices were tried. When told to stop it ends after the notice in hand.</summary>
    public async Task<int> DispatchDueAsync(DateTime now, CancellationToken ct)
    {
        var tried = 0;
        // A slow channel must not make the later leases end before they begin.
        var began = TimeProvider.System.GetTimestamp();
        DateTime Now() => now + TimeProvider.System.GetElapsedTime(began);
        while (tried < Most && await ClaimAsync(Now(), ct) is { Count: > 0 } claimed)
        {
            foreach (var id in claimed)
            {
                ct.ThrowIfCancellationRequested();
                await SendAsync(id, Now);
                tried++;
            }
        }

        return tried;
    }

    private async Task<IReadOnlyList<Guid>> ClaimAsync(DateTime now, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await engine.ClaimNoticesAsync(Db(scope), Batch, now, now + Lease, ct);
    }

    private async Task SendAsync(Guid id, Func<DateTime> now)
    {
        Notice notice;
        await using (var scope = scopes.CreateAsyncScope())
        {
            notice = await Db(scope).Notices.AsNoTracking().SingleAsync(n => n.Id == id);
        }

        string? error = null;
        try
        {
            // Not cut off half way: channels have limits of their own, and what was sent must be marked as sent.
            await HandOverAsync(notice, CancellationToken.None);
        }
        catch (Exception failure)
        {
            // Only the words of our own refusals are kept: foreign ones may repeat the address.
            error = failure.GetBaseException() is ChannelRefusedException own ? own.Message : failure.GetType().Name;
            LogFailed(id, notice.Channel, error);
        }

        await SettleAsync(id, n => error is null ? n.MarkSent(now()) : n.MarkFailed(error, now()), CancellationToken.None);
    }

    private async Task HandOverAsync(Notice notice, CancellationToken ct)
    {
        // The portal's own notices are delivered by being there.
        if (notice.Channel == Notice.Portal || !options.Value.Deliver)
        {
            return;
        }

        var channel = channels.SingleOrDefault(c => c.Code == notice.Channel) ?? throw new ChannelRefusedException($"No channel {notice.Channel}.");
        var address = notice.Address is { } sealedAddress ? protector.Unprotect(sealedAddress) : throw new ChannelRefusedException("No address.");
        await channel.SendAsync(new OutgoingNotice(notice.Id, address, notice.Subject, protector.Unprotect(notice.Body)), ct);
    }

    /// <summary>State and fact in one save; when somebody else wrote on the chain first, again after him.</summary>
    private async Task SettleAsync(Guid id, Func<Notice, Fact?> act, CancellationToken ct)
    {
        for (var left = Tries - 1; ; left--)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = Db(scope);
            if (act(await db.Notices.SingleAsync(n => n.Id == id, ct)) is { } fact)
            {
                scope.ServiceProvider.GetRequiredService<FactLog>().Record(Actor.System, fact);
            }

            try
            {
                await db.SaveChangesAsync(ct);
                return;
            }
            catch (DbUpdateException) when (left > 0)
            {
                // The next round reads the chain's new head.
            }
        }
    }

    private static PetitionsDbContext Db(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<PetitionsDbContext>();

    [LoggerMessage(Level = LogLevel.Warning, Message = "Notice {NoticeId} was not taken by channel {Channel}: {Error}")]
    private partial void LogFailed(Guid noticeId, string channel, string error);
}
