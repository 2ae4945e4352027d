using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Domain;
using Petitions.Domain.Notices;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;
using Petitions.Services.Notices;
using Petitions.Services.Notices.Channels;
using Petitions.Services.Petitions;
using Petitions.Services.Tests.Fixtures;

namespace Petitions.Services.Tests.Notices;

public sealed class NoticeTests : PetitionsTest
{
    private readonly StubChannel sms = new(Notice.Sms);

    protected override void More(IServiceCollection collection)
    {
        collection.RemoveAll<INoticeChannel>();
        collection.AddSingleton<INoticeChannel>(sms);
    }

    [Fact]
    public async Task TellPetitioner_SmsAndMailWanted_NeutralTextsAndEncryptedAddresses()
    {
        var petition = await TellAsync(way: Notice.Email, smsAllowed: true);

        var notices = await NoticesAsync(petition);

        Assert.Equal([Notice.Email, Notice.Portal, Notice.Sms], notices.Select(n => n.Channel));
        var protector = Services.GetRequiredService<ColumnProtector>();
        var text = protector.Unprotect(notices[2].Body);
        Assert.Contains(petition.Number, text, StringComparison.Ordinal);
        Assert.DoesNotContain("受理", text, StringComparison.Ordinal);
        Assert.DoesNotContain("http", text, StringComparison.Ordinal);
        Assert.Equal("13800005555", protector.Unprotect(notices[2].Address!));
        Assert.DoesNotContain("13800005555", notices[2].Address!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Normal", Notice.Post)]
    [InlineData("ReportMaterial", Notice.PlainEnvelope)]
    public async Task TellPetitioner_PostWanted_EnvelopeByConfidentiality(string confidentiality, string channel)
    {
        var petition = await TellAsync(Notice.Post, smsAllowed: false, confidentiality);

        Assert.Equal(channel, Assert.Single(await NoticesAsync(petition), n => n.Channel != Notice.Portal).Channel);
    }

    [Fact]
    public async Task TellPetitioner_PartiesNotLoaded_AreRead()
    {
        var petition = await PetitionAsync("Portal", smsAllowed: true, "Normal");
        await RunAsync<PetitionsDbContext>(async db =>
        {
            var loaded = await db.Petitions.SingleAsync(p => p.Id == petition.Id);
            await using var scope = Services.CreateAsyncScope();
            var outbox = ActivatorUtilities.CreateInstance<NoticeOutbox>(scope.ServiceProvider, db);
            outbox.TellPetitioner(loaded, "AcceptanceNotice", "k", new Dictionary<string, string>());
            await db.SaveChangesAsync();
        });

        Assert.Contains(await NoticesAsync(petition), n => n.Channel == Notice.Sms);
    }

    [Fact]
    public async Task Render_UnknownTemplate_Throws()
    {
        var texts = Services.GetRequiredService<NoticeTexts>();

        Assert.Contains("no-such", Assert.Throws<InvalidOperationException>(() => texts.Render("no-such", "en", new Dictionary<string, string>())).Message, StringComparison.Ordinal);
        Assert.NotEmpty(await QueryAsync(db => db.NoticeTemplates.ToListAsync()));
    }

    [Fact]
    public void Templates_EveryCodeInSource_HasOne()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Petitions.sln")))
        {
            folder = folder.Parent!;
        }

        var known = CsvTable.Embedded(typeof(PetitionsDbContext), "notice_templates.csv").Select(row => row["code"]).ToHashSet();
        var used = Directory.GetFiles(Path.Combine(folder.FullName, "src", "Petitions.Services"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Regex.Matches(File.ReadAllText(file), """(?:Tell\w*\((?:petition|matter)\w*, (?:\w+(?:\.\w+)*, )?|\? |: |TellAsync\(petition, )"((?:petition|staff|rating)\.[\w-]+|[A-Z]\w+(?:Notice|Reply|Letter|Opinion|Named|Changed))"(?=[,\s:)])""").Select(m => m.Groups[1].Value))
            .Where(code => !code.EndsWith("TransferLetter", StringComparison.Ordinal)).ToHashSet();

        Assert.Superset(new HashSet<string> { "petition.received", "staff.clock-warning", "AcceptanceNotice", "FirstHandlerNamed" }, used);
        Assert.Empty(used.Except(known));
    }

    [Fact]
    public async Task Dispatch_TwiceAtOnce_SendsOnce()
    {
        var petition = await TellAsync("Portal", smsAllowed: true);
        var dispatch = Services.GetRequiredService<NoticeDispatchService>();

        await Task.WhenAll(dispatch.DispatchDueAsync(Now, default), dispatch.DispatchDueAsync(Now, default));

        Assert.Single(sms.Taken);
        Assert.All(await NoticesAsync(petition), n => Assert.Equal(NoticeState.Sent, n.State));
        Assert.Equal(2, await QueryAsync(db => db.Facts.CountAsync(f => f.SubjectId == petition.Id && f.Kind == "NoticeSent")));
    }

    [Fact]
    public async Task Dispatch_ChannelRefuses_RetriesWithGrowingGapsThenParks()
    {
        var petition = await TellAsync("Portal", smsAllowed: true);
        sms.Refuses = true;
        var gaps = new List<TimeSpan>();
        Notice notice;
        while ((notice = (await NoticesAsync(petition)).Single(n => n.Channel == Notice.Sms)).State is NoticeState.Queued or NoticeState.Failed)
        {
            var at = notice.NextAttemptAt!.Value;
            await Services.GetRequiredService<NoticeDispatchService>().DispatchDueAsync(at, default);
            notice = (await NoticesAsync(petition)).Single(n => n.Channel == Notice.Sms);
            if (notice.NextAttemptAt is { } next)
            {
                gaps.Add(next - at);
            }
        }

        Assert.Equal(NoticeState.Parked, notice.State);
        Assert.Equal("Stub refuses.", notice.LastError);
        Assert.Equal(gaps.Order(), gaps);
        Assert.Equal(24, (int)gaps[^1].TotalHours);
        Assert.Equal(1, await QueryAsync(db => db.Facts.CountAsync(f => f.SubjectId == petition.Id && f.Kind == "NoticeFailed")));
    }

    [Fact]
    public async Task Dispatch_Letter_StaysInPrintQueue()
    {
        var petition = await TellAsync(Notice.Post, smsAllowed: false);

        await Services.GetRequiredService<NoticeDispatchService>().DispatchDueAsync(Now.AddDays(9), default);

        Assert.Equal(NoticeState.Queued, (await NoticesAsync(petition)).Single(n => n.Channel == Notice.Post).State);
    }

    [Fact]
    public async Task TellPetitioner_WhoWantsACall_WaitsForAPersonUntilHeIsReached()
    {
        var petition = await TellAsync(Notice.Telephone, smsAllowed: false);
        await Services.GetRequiredService<NoticeDispatchService>().DispatchDueAsync(Now.AddDays(9), default);
        var clerk = await Given.Staff("陈静", Fixtures.Given.PetitionDepartment, "ScreeningOfficer");
        var actor = await ActorAsync(clerk.Id);
        var call = Assert.Single(await CallsAsync(actor));

        await RunAsync<LetterService>(service => service.CalledAsync(call.Id, false, actor, default));
        Assert.Equal(1, Assert.Single(await CallsAsync(actor)).Attempts);
        await RunAsync<LetterService>(service => service.CalledAsync(call.Id, true, actor, default));

        Assert.Empty(await CallsAsync(actor));
        Assert.Equal(NoticeState.Sent, (await NoticesAsync(petition)).Single(n => n.Channel == Notice.Telephone).State);
        Assert.Equal(1, await QueryAsync(db => db.Facts.CountAsync(f => f.SubjectId == petition.Id && f.Kind == "NoticeSent" && f.ActorId == clerk.Id)));
    }

    private async Task<List<LetterLine>> CallsAsync(Actor actor) =>
        [.. (await RunAsync<LetterQueries, (IReadOnlyList<LetterLine> Lines, Guid? Next)>(queries => queries.ListAsync(LetterBox.Calls, null, actor, default))).Lines];

    private DateTime Now => Clock.GetUtcNow().UtcDateTime;

    private Task<List<Notice>> NoticesAsync(Petition petition) =>
        QueryAsync(db => db.Notices.AsNoTracking().Where(n => n.PetitionId == petition.Id).OrderBy(n => n.Channel).ToListAsync());

    private async Task<Petition> TellAsync(string way, bool smsAllowed, string confidentiality = "Normal")
    {
        var petition = await PetitionAsync(way, smsAllowed, confidentiality);
        await RunAsync<IServiceProvider>(async services =>
        {
            var db = services.GetRequiredService<PetitionsDbContext>();
            var loaded = await db.Petitions.Include(p => p.Parties).SingleAsync(p => p.Id == petition.Id);
            services.GetRequiredService<NoticeOutbox>().TellPetitioner(loaded, "AcceptanceNotice", "accepted", new Dictionary<string, string>());
            await db.SaveChangesAsync();
        });
        return petition;
    }

    private Task<Petition> PetitionAsync(string way, bool smsAllowed, string confidentiality)
    {
        var block = new IdentityBlock { Phone = "13800005555", Email = "liu@example.org", Address = "清溪县榆林街12号" };
        return Given.Petition(filed => filed with
        {
            Confidentiality = confidentiality,
            Parties =
            [
                new PartyDetails
                {
                    Relation = "Petitioner", Name = "刘芳", NoticeWay = way, SmsAllowed = smsAllowed,
                    EncryptedIdentity = Services.GetRequiredService<ColumnProtector>().ProtectBlock(block),
                },
            ],
        });
    }
}
