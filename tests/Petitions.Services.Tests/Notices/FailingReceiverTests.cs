using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Domain.Notices;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;
using Petitions.Services.Notices;
using Petitions.Services.Notices.Channels;
using Petitions.Services.Tests.Fixtures;

namespace Petitions.Services.Tests.Notices;

/// <summary>
/// security.md A10: receivers that fail three times in ten, half of them after they took the message, and workers that die
/// with notices in hand. Every notice arrives as one effect or is parked where people see it.
/// </summary>
public sealed class FailingReceiverTests : PetitionsTest
{
    private const int Matters = 8;
    private const int Each = 3;
    private const string Dead = "13800009999";
    private readonly Receiver receiver = new();

    protected override void More(IServiceCollection collection)
    {
        collection.RemoveAll<INoticeChannel>();
        collection.AddSingleton<INoticeChannel>(receiver);
    }

    [Fact]
    public async Task Dispatch_ToReceiversThatFail_DeliversEachOnce_OrParksIt()
    {
        for (var i = 0; i < Matters; i++)
        {
            await TellAsync(i == 0 ? Dead : "13800005555");
        }

        var dispatch = Services.GetRequiredService<NoticeDispatchService>();
        var (died, now) = (0, Clock.GetUtcNow().UtcDateTime);
        for (var round = 0; round < 300 && await NextAsync() is { } next; round++)
        {
            now = next > now ? next : now;
            if (round % 3 == 0)
            {
                // A worker takes some and is never heard of again; its lease runs out.
                died += (await RunAsync<IServiceProvider, IReadOnlyList<Guid>>(s =>
                    s.GetRequiredService<IEngineInfo>().ClaimNoticesAsync(s.GetRequiredService<PetitionsDbContext>(), 2, now, now.AddMinutes(2), default))).Count;
            }

            await Task.WhenAll(dispatch.DispatchDueAsync(now, default), dispatch.DispatchDueAsync(now, default));
        }

        Assert.Null(await NextAsync());
        Assert.True(died > 0 && receiver.Offered.Values.Any(times => times > 1) && receiver.TakenAgain > 0, "Nothing failed: the test shows nothing.");
        var notices = await QueryAsync(db => db.Notices.AsNoTracking().Where(n => n.Channel == Notice.Sms).ToListAsync());
        var facts = await QueryAsync(db => db.Facts.AsNoTracking().Where(f => f.Kind == "NoticeSent" || f.Kind == "NoticeFailed").Select(f => new { f.Kind, f.Data }).ToListAsync());
        Assert.Equal(Matters * Each, notices.Count);
        Assert.All(notices, notice =>
        {
            var told = facts.Where(fact => fact.Data.Contains(notice.Id.ToString(), StringComparison.OrdinalIgnoreCase)).Select(fact => fact.Kind).ToList();
            Assert.Equal(notice.State == NoticeState.Sent ? ["NoticeSent"] : ["NoticeFailed"], told);
            Assert.True(notice.State is NoticeState.Sent or NoticeState.Parked, notice.State.ToString());
            Assert.True(notice.State != NoticeState.Sent || receiver.Taken.ContainsKey(notice.Id), "Acknowledged and never taken.");
        });
        Assert.Equal(Each, notices.Count(notice => notice.State == NoticeState.Parked && !receiver.Taken.ContainsKey(notice.Id)));
        Assert.Equal(Matters * Each - Each, receiver.Taken.Count);
    }

    private Task<DateTime?> NextAsync() => QueryAsync(db => db.Notices
        .Where(n => (n.State == NoticeState.Queued || n.State == NoticeState.Failed) && n.NextAttemptAt != null).MinAsync(n => n.NextAttemptAt));

    private async Task TellAsync(string phone)
    {
        var block = new IdentityBlock { Phone = phone };
        var petition = await Given.Petition(filed => filed with
        {
            Parties = [new PartyDetails { Relation = "Petitioner", Name = "刘芳", NoticeWay = "Portal", SmsAllowed = true, EncryptedIdentity = Services.GetRequiredService<ColumnProtector>().ProtectBlock(block) }],
        });
        await RunAsync<IServiceProvider>(async services =>
        {
            var db = services.GetRequiredService<PetitionsDbContext>();
            var loaded = await db.Petitions.Include(p => p.Parties).SingleAsync(p => p.Id == petition.Id);
            for (var i = 0; i < Each; i++)
            {
                services.GetRequiredService<NoticeOutbox>().TellPetitioner(loaded, "AcceptanceNotice", $"told-{i}", new Dictionary<string, string>());
            }

            await db.SaveChangesAsync();
        });
    }

    /// <summary>One effect for each id, however often it is offered.</summary>
    private sealed class Receiver : INoticeChannel
    {
        [SuppressMessage("Security", "CA5394", Justification = "Which call fails is no secret; the same each run.")]
        private readonly Random luck = new(20261126);
        private int takenAgain;

        public string Code => Notice.Sms;

        public ConcurrentDictionary<Guid, string> Taken { get; } = new();

        public ConcurrentDictionary<Guid, int> Offered { get; } = new();

        /// <summary>How often the same notice came again after it was taken.</summary>
        public int TakenAgain => takenAgain;

        public Task SendAsync(OutgoingNotice notice, CancellationToken ct)
        {
            Offered.AddOrUpdate(notice.Id, 1, (_, times) => times + 1);
            double draw;
            lock (luck)
            {
#pragma warning disable CA5394, SCS0005 // As above.
                draw = luck.NextDouble();
#pragma warning restore CA5394, SCS0005
            }

            if (notice.Address == Dead || draw < 0.15)
            {
                throw new ChannelRefusedException("The receiver fails.");
            }

            if (!Taken.TryAdd(notice.Id, notice.Body))
            {
                Interlocked.Increment(ref takenAgain);
            }

            return draw < 0.3 ? throw new HttpRequestException("The answer was lost.") : Task.CompletedTask;
        }
    }
}
