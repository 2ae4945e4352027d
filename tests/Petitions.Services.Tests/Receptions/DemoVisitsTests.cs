using Microsoft.EntityFrameworkCore;
using Petitions.Domain.Appointments;
using Petitions.Domain.Clocks;
using Petitions.Domain.VideoVisits;
using Petitions.Services.Receptions.Statistics;
using Petitions.Services.Setup;
using Petitions.Services.Tests.Fixtures;

namespace Petitions.Services.Tests.Receptions;

/// <summary>Journey J2's visit and the past weeks as demo data.</summary>
public sealed class DemoVisitsTests : PetitionsTest
{
    [Fact]
    public async Task Seed_Twice_MakesOneVisitWithItsMatterAndLetters()
    {
        await RunAsync<DemoStaff>(people => people.SeedAsync(default));

        await RunAsync<DemoVisits>(visits => visits.SeedAsync(default));
        await RunAsync<DemoVisits>(visits => visits.SeedAsync(default));

        var visit = await QueryAsync(db => db.Receptions.Include(r => r.Matters).SingleAsync());
        Assert.Equal(("A001", "Age70", true), (visit.Ticket.ToString(), visit.Priority, visit.CallByName));
        var matter = Assert.Single(visit.Matters).PetitionId;
        Assert.Equal(["Portal", "Post", "Sms"], await QueryAsync(db => db.Notices.Where(n => n.PetitionId == matter).Select(n => n.Channel).Order().ToListAsync()));
    }

    [Fact]
    public async Task SeedPast_Twice_FillsStatisticsAndRota_AndEachDayIsClosed()
    {
        await RunAsync<DemoStaff>(people => people.SeedAsync(default));
        await RunAsync<DemoTimetable>(timetable => timetable.SeedAsync(default));

        await RunAsync<DemoPastVisits>(visits => visits.SeedAsync(default));
        var once = await QueryAsync(db => db.Receptions.CountAsync());
        await RunAsync<DemoPastVisits>(visits => visits.SeedAsync(default));

        var today = ChinaTime.DateOf(Clock.GetUtcNow().UtcDateTime);
        var director = await ActorAsync(await QueryAsync(db => db.Users.Where(user => user.UserName == "PetitionDirector").Select(user => user.StaffId).SingleAsync()));
        var told = await RunAsync<VisitStatisticsQueries, VisitStatistics>(queries => queries.OfAsync(new VisitScope { From = today.AddDays(-50), To = today }, director, default));
        Assert.InRange(once, 60, 250);
        Assert.Equal(once, told.Of(VisitFigure.All).Batches);
        Assert.Equal(0, told.Of(VisitFigure.Open).Batches);
        Assert.All(new[] { VisitFigure.Groups, VisitFigure.Booked, VisitFigure.Unheard, VisitFigure.Missed, VisitFigure.OverRed }, figure => Assert.True(told.Of(figure).Batches > 0, figure.ToString()));
        Assert.True(told.Of(VisitFigure.All).People > once);
        Assert.Contains(told.Forms, form => form.Form == "Video");
        Assert.All(new[] { AppointmentForm.Hall, AppointmentForm.Leader, AppointmentForm.Phone, AppointmentForm.Video }, form => Assert.Contains(told.Bookings, row => row.Form == form && row.Attended > 0));
        Assert.Contains(told.Bookings, row => row is { NoShow: > 0, Cancelled: > 0 });
        Assert.Contains(told.Leaders, leader => leader.Heard.Batches > 0 && leader.Year.HalfDays.Count > 0);
        Assert.Equal(VideoState.Held, (await QueryAsync(db => db.VideoVisits.AsNoTracking().SingleAsync())).State);
        Assert.True(await QueryAsync(db => db.DaySheets.AllAsync(sheet => sheet.ClosedAt != null && sheet.Day < today)));
    }
}
