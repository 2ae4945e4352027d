using Microsoft.EntityFrameworkCore;
using Petitions.Data.Petitions;
using Petitions.Domain;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Domain.Receptions;
using Petitions.Services.Petitions;
using Petitions.Services.Receptions;
using Petitions.Services.Tests.Fixtures;

namespace Petitions.Services.Tests.Receptions;

/// <summary>Recording a visit (journey J2 step 1, seed features 10, 16, 23).</summary>
public sealed class ReceptionDeskTests : DeskTest
{
    [Fact]
    public async Task Record_WithAPetition_SavesVisitMatterAndLetterTogether()
    {
        var made = await RecordAsync(Visit(VisitPurpose.Petition) with { Needs = ["Hearing", "Sight"] });

        var visit = await ReloadAsync(made.Id);
        var petition = await QueryAsync(db => db.Petitions.VisibleTo(Actor.System).SingleAsync());
        var letters = await QueryAsync(db => db.Notices.Where(notice => notice.PetitionId == petition.Id).Select(notice => notice.Channel).ToListAsync());
        Assert.Equal("A001", made.Ticket);
        Assert.Equal("Age70", visit.Priority);
        Assert.Equal((ReceptionMatterKind.Filed, petition.Id), (visit.Matters.Single().Kind, visit.Matters.Single().PetitionId));
        Assert.Equal(("WalkIn", "RealName", Hall.ServicePointId), (petition.Channel, petition.IdentityMode, petition.ServicePointId!.Value));
        Assert.Equal("Hearing|Sight", petition.SpecialNeeds);
        Assert.Contains("Post", letters);
        Assert.DoesNotContain("Sms", letters);
        Assert.Equal(["VisitorArrived"], await FactsAsync(visit.Id));
        Assert.Contains("PetitionRegistered", await FactsAsync(petition.Id));
        Assert.NotNull(made.Receipt?.QueryCode);
    }

    [Fact]
    public async Task Record_TheSameFormTwice_MakesOneVisitAndOneMatter()
    {
        var form = Visit(VisitPurpose.Petition);

        var first = await RecordAsync(form);
        var again = await RecordAsync(form);

        Assert.True(again.Repeated);
        Assert.Equal((first.Id, first.Ticket, first.Receipt!.Number), (again.Id, again.Ticket, again.Receipt!.Number));
        Assert.Equal(1, await QueryAsync(db => db.Receptions.CountAsync()));
    }

    /// <summary>Two clerks at once get two tickets, and no number is left out, whichever kind of entry it is.</summary>
    [Fact]
    public async Task Record_ByTwoClerksAtOnce_GivesGapFreeTickets()
    {
        const int Rounds = 20;
        var tickets = new List<string>();
        for (var round = 0; round < Rounds; round++)
        {
            var made = await Task.WhenAll(
                RecordAsync(Visit(VisitPurpose.Petition)),
                RecordAsync(Visit(), Colleague));
            tickets.AddRange(made.Select(visit => visit.Ticket));
        }

        Assert.Equal(Enumerable.Range(1, 2 * Rounds).Select(number => new Ticket("A", number).ToString()), tickets.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Record_AReportWithOneReceiver_IsRefusedUntilASecondIsNamed()
    {
        var report = Visit(VisitPurpose.Petition) with { Matter = Appeal with { Category = "Report", SubCategory = "C1" } };

        var refused = await Assert.ThrowsAsync<RuleBrokenException>(() => RecordAsync(report));
        var oneself = await Assert.ThrowsAsync<RuleBrokenException>(() => RecordAsync(report with { SecondReceiverId = Clerk.StaffId }));
        var made = await RecordAsync(report with { SecondReceiverId = Colleague.StaffId });

        Assert.Equal(("reception.two-receivers", "reception.second-receiver"), (refused.Code, oneself.Code));
        Assert.Equal(Colleague.StaffId, (await ReloadAsync(made.Id)).SecondReceiverId);
        Assert.Equal(1, await QueryAsync(db => db.Petitions.VisibleTo(Actor.System).CountAsync()));
    }

    /// <summary>The unit complained of never takes the complaint down: not as first and not as second receiver.</summary>
    [Fact]
    public async Task Record_AgainstAReceiver_IsRefused()
    {
        var against = Visit(VisitPurpose.Petition) with
        {
            SecondReceiverId = Colleague.StaffId,
            Matter = Appeal with { Category = "Complaint", SubCategory = "B8", Respondents = [new FiledRespondent { Kind = RespondentKind.Person, Name = "冯 倩" }] },
        };

        var second = await Assert.ThrowsAsync<RuleBrokenException>(() => RecordAsync(against));
        var first = await Assert.ThrowsAsync<RuleBrokenException>(() => RecordAsync(against with { SecondReceiverId = Clerk.StaffId }, Colleague));

        Assert.Equal(("reception.receiver-walled", "reception.receiver-walled"), (first.Code, second.Code));
        Assert.Equal(0, await QueryAsync(db => db.Receptions.CountAsync()));
    }

    [Fact]
    public async Task Record_AtATownshipOffice_IsInTheOneRegisterWithItsPoint()
    {
        var made = await RecordAsync(Visit(VisitPurpose.Petition) with { Place = Place("SP-QX-T1", 1, Clerk) });

        var petition = await QueryAsync(db => db.Petitions.VisibleTo(Actor.System).SingleAsync());
        Assert.Equal(Given.Offices.ServicePoints.Single(point => point.Code == "SP-QX-T1").Id, petition.ServicePointId);
        Assert.Equal(petition.Number, made.Receipt!.Number);
        Assert.Equal(new DateOnly(2026, 3, 9), await QueryAsync(db => db.PetitionClocks.Where(c => c.PetitionId == petition.Id && c.RuleId == "PROC_REPLY_7D").Select(c => c.DueOn).SingleAsync()));
    }

    [Theory]
    [InlineData("990101195002030010", "entry.id-check-digit")]
    [InlineData("99010119500203", "entry.id-number")]
    public async Task Record_AWrongIdentityNumber_IsRefusedByName(string number, string code)
    {
        var visit = Visit();

        var refused = await Assert.ThrowsAsync<RuleBrokenException>(() => RecordAsync(visit with { Visitor = visit.Visitor with { IdNumber = number } }));

        Assert.Equal(code, refused.Code);
    }

    [Fact]
    public async Task Record_WithoutPaperAndTelephone_NeedsAnAddressForLetters()
    {
        var visit = Visit(VisitPurpose.Petition) with { Visitor = new FiledPerson { Name = "马德福", BirthYear = 1950 }, IdentityCheck = IdentityCheck.Refused };

        var refused = await Assert.ThrowsAsync<RuleBrokenException>(() => RecordAsync(visit));
        var made = await RecordAsync(visit with { Visitor = visit.Visitor with { Address = "清溪县榆林街1号" } });

        Assert.Equal("entry.notice-address", refused.Code);
        var stored = await ReloadAsync(made.Id);
        Assert.Equal((IdentityCheck.Refused, "Age70"), (stored.IdentityCheck, stored.Priority));
        Assert.Equal("RealNameUnverified", await QueryAsync(db => db.Petitions.VisibleTo(Actor.System).Select(p => p.IdentityMode).SingleAsync()));
    }

    [Fact]
    public async Task Record_AnEnquiryAnsweredAtOnce_EndsWithItsOutcome()
    {
        var made = await RecordAsync(Visit(VisitPurpose.Enquiry) with { Outcome = ReceptionOutcome.EnquiryAnswered, Priority = RecordVisit.NoPriority });

        var visit = await ReloadAsync(made.Id);
        Assert.Equal(("B001", ReceptionState.Ended, null), (made.Ticket, visit.State, visit.Priority));
        Assert.Equal(["VisitorArrived", "TicketCalled", "ReceptionStarted", "ReceptionEnded"], await FactsAsync(visit.Id));
    }

    [Fact]
    public async Task Record_ForARunningMatter_AddsBesideWhatWasFiled()
    {
        var running = await Given.Petition(filed => filed with { Category = "Appeal", SubCategory = "A6" });

        var made = await RecordAsync(Visit(VisitPurpose.Matter) with { MatterNumber = running.Number.ToLowerInvariant(), Addition = "补充一份证明。" });
        var unknown = await Assert.ThrowsAsync<NotFoundException>(() => RecordAsync(Visit(VisitPurpose.Matter) with { MatterNumber = "QX-2222-2222" }));

        Assert.NotNull(unknown);
        Assert.Equal("补充一份证明。", (await Given.Reload(running)).Additions.Single().Text);
        Assert.Equal(ReceptionMatterKind.Concerned, (await ReloadAsync(made.Id)).Matters.Single().Kind);
        Assert.Contains("MaterialsSupplied", await FactsAsync(running.Id));
    }

    /// <summary>Seed feature 23: whoever comes at 16:50 gets a number, and the day cannot be closed without an outcome.</summary>
    [Fact]
    public async Task Close_WithAnOpenVisit_IsRefused_AndAClosedDayTakesNobody()
    {
        Clock.Advance(TimeSpan.FromMinutes(500));
        var late = await RecordAsync(Visit());
        var day = new DateOnly(2026, 3, 2);

        var open = await Assert.ThrowsAsync<RuleBrokenException>(() => RunAsync<DaySheetService>(days => days.CloseAsync(Hall, day, Clerk, default)));
        await QueueAsync(queue => queue.EndAsync(late.Id, ReceptionOutcome.LeftUnheard, null, Clerk, default));
        await RunAsync<DaySheetService>(days => days.CloseAsync(Hall, day, Clerk, default));
        var closed = await Assert.ThrowsAsync<RuleBrokenException>(() => RecordAsync(Visit()));

        Assert.Equal(("A001", "reception.day-open-visits", "reception.day-closed"), (late.Ticket, open.Code, closed.Code));
        var sheet = await QueryAsync(db => db.DaySheets.SingleAsync());
        Assert.Equal((1, Clerk.StaffId), (sheet.Arrivals, sheet.ClosedBy));
        Assert.Equal(["DaySheetClosed"], await FactsAsync(sheet.Id));
    }
}
