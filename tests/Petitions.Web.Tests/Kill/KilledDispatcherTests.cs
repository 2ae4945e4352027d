using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Domain.Notices;
using Petitions.Services.Notices;
using Petitions.Services.Notices.Channels;
using Petitions.Services.Tests.Engines;
using Petitions.Services.Tests.Fixtures;
using Petitions.Web.Tests.Fixtures;

namespace Petitions.Web.Tests.Kill;

/// <summary>security.md A10: a real dispatcher is killed with one message handed over and not answered; the next one loses none and repeats only that one.</summary>
public sealed class KilledDispatcherTests
{
    private const int Count = 8;
    private const int KilledAt = 3;

    [Drill(TestEngine.Sqlite, Turn = 1)]
    public async Task Kill_InTheMiddleOfSending_LosesNoNotice_AndRepeatsOnlyTheOneInHand()
    {
        await using var database = await TestServices.NewDatabaseAsync();
        await using var gateway = await HeldGateway.StartAsync(KilledAt);
        await using var services = TestServices.Build(database.ConnectionString, TimeProvider.System, more => more.Configure<NoticeOptions>(gateway.Configure));
        await QueueAsync(services);

        Guid inHand;
        await using (Dispatcher(database.ConnectionString, gateway))
        {
            inHand = await gateway.Held.WaitAsync(TimeSpan.FromSeconds(60));
        }

        gateway.LetGo();
        Assert.Equal(KilledAt - 1, await SentAsync(services));
        // What the dead one had taken stays its own until its lease ends; the rest goes out at once.
        var dispatch = services.GetRequiredService<NoticeDispatchService>();
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        await dispatch.DispatchDueAsync(now, default);
        Assert.Single(gateway.Taken, id => id == inHand);
        await dispatch.DispatchDueAsync(now.AddMinutes(3), default);

        Assert.Equal(Count, await SentAsync(services));
        Assert.Equal(Count, gateway.Taken.Distinct().Count());
        Assert.Equal([inHand], gateway.Taken.GroupBy(id => id).Where(times => times.Count() > 1).Select(times => times.Key));
        Assert.Equal(Count + 1, gateway.Taken.Count);
        Assert.Equal(Count, await AskAsync(services, db => db.Facts.CountAsync(fact => fact.Kind == nameof(NoticeSent))));
    }

    private static ChildProcess Dispatcher(string connection, HeldGateway gateway)
    {
        var program = typeof(Program).Assembly.Location;
        var environment = new Dictionary<string, string>(gateway.Settings)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["DOTNET_ENVIRONMENT"] = "Development",
            ["Storage__DataPath"] = TestFiles.Folder,
            ["Keys__Path"] = TestKeys.Folder,
            ["Database__Engine"] = TestDatabaseServer.Engine == TestEngine.Sqlite ? "sqlite" : "postgres",
            ["Database__ConnectionString"] = connection,
            ["Jobs__Enabled"] = "false",
        };
        return ChildProcess.Start("The dispatcher", "dotnet", [program, "jobs", "run", "notices"], Path.GetDirectoryName(program)!, environment);
    }

    private static async Task QueueAsync(ServiceProvider services)
    {
        var petition = await new Given(services, TimeProvider.System).Petition();
        await using var scope = services.CreateAsyncScope();
        var (db, protector) = (scope.ServiceProvider.GetRequiredService<PetitionsDbContext>(), scope.ServiceProvider.GetRequiredService<ColumnProtector>());
        for (var i = 0; i < Count; i++)
        {
            db.Notices.Add(Notice.Queue(new NewNotice
            {
                Key = $"{petition.Id:N}/told-{i}",
                PetitionId = petition.Id,
                Channel = Notice.Sms,
                Template = "AcceptanceNotice",
                Language = "zh-Hans",
                Subject = "t",
                EncryptedBody = protector.Protect("t"),
                EncryptedAddress = protector.Protect("13800005555"),
            }, TimeProvider.System.GetUtcNow().UtcDateTime));
        }

        await db.SaveChangesAsync();
    }

    private static Task<int> SentAsync(ServiceProvider services) => AskAsync(services, db => db.Notices.CountAsync(notice => notice.State == NoticeState.Sent));

    private static async Task<int> AskAsync(ServiceProvider services, Func<PetitionsDbContext, Task<int>> ask)
    {
        await using var scope = services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<PetitionsDbContext>());
    }
}
