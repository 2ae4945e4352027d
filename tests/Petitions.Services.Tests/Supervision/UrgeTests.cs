using Microsoft.EntityFrameworkCore;
using Petitions.Domain.Notices;
using Petitions.Domain.Petitions;
using Petitions.Domain.People;
using Petitions.Services.Petitions.Documents.OnDemand;
using Petitions.Services.Petitions.Handling;
using Petitions.Services.Petitions.Screening;
using Petitions.Services.Supervision;

namespace Petitions.Services.Tests.Supervision;

/// <summary>J6 step 3: the first reminder to the holder, the second to the head of the unit, never one twice.</summary>
public sealed class UrgeTests : BoardTest
{
    [Fact]
    public async Task Reminder_FirstGoesToTheHolder_SecondToTheHead_DoublePressSendsOne()
    {
        var petition = await LateAsync();

        await ActAs<UrgeService>(Director, async (s, a) => Assert.True(await s.UrgeAsync(petition.Number, 0, a, default)));
        await ActAs<UrgeService>(Director, async (s, a) => Assert.False(await s.UrgeAsync(petition.Number, 0, a, default)));
        await ActAs<UrgeService>(Deputy, (s, a) => Assert.ThrowsAsync<NotFoundException>(() => s.UrgeAsync(petition.Number, 1, a, default)));
        await ActAs<UrgeService>(Head, async (s, a) => Assert.True(await s.UrgeAsync(petition.Number, 1, a, default)));

        var facts = await QueryAsync(db => db.Facts.Where(f => f.SubjectId == petition.Id && f.Kind == nameof(UrgeNoticeSent)).OrderBy(f => f.Seq).Select(f => f.Data).ToListAsync());
        Assert.Equal(2, facts.Count);
        Assert.Contains(Handler.Id.ToString(), facts[0], StringComparison.Ordinal);
        Assert.Contains(Head.Id.ToString(), facts[1], StringComparison.Ordinal);
        Assert.Contains("\"level\":2", facts[1], StringComparison.Ordinal);
        Assert.Equal(2, await NoticesAsync(Handler.Id));
        Assert.Equal(1, await NoticesAsync(Head.Id));
        var actor = await As(Director);
        var line = (await RunAsync<OverdueQueries, OverdueList>(q => q.ListAsync(new CaseFilter(CaseBox.Overdue), actor, default))).Lines.Single(l => l.Number == petition.Number);
        Assert.Equal(2, line.Reminders);
        Assert.Equal("李航", line.Holder);
        Assert.Equal("AcceptanceNoticeSent", line.LastKind);
        Assert.True(line.DaysLate > 0);
        Assert.NotNull(line.RuleZh);
    }

    [Fact]
    public async Task OverdueLine_ShowsTheLastReminder_AndTheNewestUrgingNote()
    {
        var petition = await LateAsync();
        await ActAs<UrgeService>(Director, (s, a) => s.UrgeAsync(petition.Number, 0, a, default));
        var at = Clock.GetUtcNow().UtcDateTime;
        Clock.Advance(TimeSpan.FromHours(1));
        var seen = await QueryAsync(db => db.IssuedDocuments.CountAsync(d => d.PetitionId == petition.Id));
        await ActAs<OnDemandService>(Director, (s, a) => s.IssueAsync(new IssueOnDemand { Number = petition.Number, Type = OnDemandTypes.Urge, Seen = seen }, a, default));
        Clock.Advance(TimeSpan.FromHours(1));
        var newest = Guid.Empty;
        await ActAs<OnDemandService>(Director, async (s, a) => newest = await s.IssueAsync(new IssueOnDemand { Number = petition.Number, Type = OnDemandTypes.Urge, Seen = seen + 1 }, a, default));

        var actor = await As(Director);
        var line = (await RunAsync<OverdueQueries, OverdueList>(q => q.ListAsync(new CaseFilter(CaseBox.Overdue), actor, default))).Lines.Single(l => l.Number == petition.Number);

        Assert.Equal((newest, true, at), (line.NoteId, line.OpensPapers, line.LastReminderAt));
        Assert.Equal(await QueryAsync(db => db.IssuedDocuments.Where(d => d.Id == newest).Select(d => d.NumberText).SingleAsync()), line.NoteNumber);
    }

    [Fact]
    public async Task Reminder_OfAMatterInTime_IsRefused_AndAnUnknownOneIsNotFound()
    {
        var petition = await Accepted();

        Assert.Equal("urge.not-overdue", await RefusedAs<UrgeService>(Director, (s, a) => s.UrgeAsync(petition.Number, 0, a, default)));
        await ActAs<UrgeService>(Director, (s, a) => Assert.ThrowsAsync<NotFoundException>(() => s.UrgeAsync("QX-2222-2222", 0, a, default)));
    }

    [Fact]
    public async Task Reminder_WhenTheHeadIsComplainedOf_GoesToTheNextInLine()
    {
        var petition = await LateAsync();
        await ActAs<ScreeningService>(Director, (service, actor) => service.NameRespondentAsync(
            new NameRespondentRequest(petition.Number, new RespondentDetails { Kind = RespondentKind.Person, Name = Head.Name, StaffId = Head.Id }), actor, default));

        await ActAs<UrgeService>(Director, (s, a) => s.UrgeAsync(petition.Number, 0, a, default));
        await ActAs<UrgeService>(Director, (s, a) => s.UrgeAsync(petition.Number, 1, a, default));

        Assert.Equal(0, await NoticesAsync(Head.Id));
        Assert.Equal(1, await NoticesAsync(Director.Id));
    }

    private async Task<Petition> LateAsync()
    {
        var petition = await Accepted();
        Clock.Advance(TimeSpan.FromDays(100));
        return petition;
    }

    private Task<int> NoticesAsync(Guid staff) => QueryAsync(db => db.Notices.CountAsync(n => n.StaffId == staff && n.Channel == Notice.Portal && n.Template.StartsWith("staff.urged")));
}
