using Microsoft.EntityFrameworkCore;
using Petitions.Domain;
using Petitions.Domain.Appointments;
using Petitions.Services.Appointments;
using Petitions.Services.Setup;

namespace Petitions.Services.Tests.Appointments;

/// <summary>Who really sat, and the half-days of the year with the rows behind them (LEADER_RECEPTION_12).</summary>
public sealed class LeaderRotaTests : TimetableTest
{
    [Fact]
    public async Task Record_CountsHalfDaysOfWhoSat_WithTheRowsBehind()
    {
        Guid[] ids =
        [
            await PlanAsync(Session(Wednesday)),
            await PlanAsync(Session(Wednesday) with { From = new TimeOnly(11, 0), To = new TimeOnly(12, 0) }),
            await PlanAsync(Session(Wednesday) with { From = new TimeOnly(14, 0), To = new TimeOnly(15, 0) }),
            await PlanAsync(Session(Wednesday.AddDays(1))),
        ];
        var early = await Assert.ThrowsAsync<RuleBrokenException>(() => RecordAsync(ids[0], SessionSitting.LeaderSat));
        Clock.SetUtcNow(new DateTimeOffset(2026, 3, 6, 1, 0, 0, TimeSpan.Zero));
        var unrecorded = (await RotaAsync()).Unrecorded.Select(line => line.Id).ToList();
        foreach (var id in ids[..3])
        {
            await RecordAsync(id, SessionSitting.LeaderSat);
        }

        await RecordAsync(ids[3], SessionSitting.AnotherSat, Deputy, "外出开会");
        var rota = await RotaAsync();
        var rows = await RunAsync<LeaderRotaQueries, IReadOnlyList<RotaLine>>(queries => queries.RowsAsync(Chief, Director, default));

        Assert.Equal("session.not-yet", early.Code);
        Assert.Equal(ids, unrecorded);
        Assert.Equal((12, 2026), (rota.Quota, rota.Year));
        Assert.Equal([("沈清", 1), ("周岚", 2)], rota.Counts.Select(count => (count.Name, count.HalfDays)));
        Assert.Equal([ids[2], ids[1], ids[0]], rows.Select(row => row.Id));
        Assert.All(rows, row => Assert.Equal("李敏", row.RecordedBy));
        Assert.Empty(rota.Unrecorded);
        Assert.Equal(4, rota.Recorded.Count);
        Assert.Equal(ids[3], Assert.Single((await RotaAsync(ids[3])).Unrecorded).Id);
        Assert.Contains("OfficeChanged", await FactsAsync(Hall.OfficeId));
    }

    [Fact]
    public async Task Record_WithoutAnAnswer_OrByAStranger_IsRefused()
    {
        var id = await PlanAsync(Session(Wednesday));
        Clock.SetUtcNow(new DateTimeOffset(2026, 3, 6, 1, 0, 0, TimeSpan.Zero));

        Assert.Equal("session.sitting", (await Assert.ThrowsAsync<RuleBrokenException>(() => RecordAsync(id, null))).Code);
        Assert.Equal("session.substitute", (await Assert.ThrowsAsync<RuleBrokenException>(() => RecordAsync(id, SessionSitting.AnotherSat, Guid.NewGuid()))).Code);
        Assert.Null((await ReloadAsync(id)).Sitting);
    }

    [Fact]
    public async Task Demo_Twice_MakesOneTimetable_WithPastAndComing()
    {
        await RunAsync<DemoStaff>(people => people.SeedAsync(default));
        await RunAsync<DemoTimetable>(demo => demo.SeedAsync(default));
        await RunAsync<DemoTimetable>(demo => demo.SeedAsync(default));

        var director = await ActorAsync(await QueryAsync(db => db.Users.Where(user => user.UserName == "PetitionDirector").Select(user => user.StaffId).SingleAsync()));
        var rota = await RunAsync<LeaderRotaQueries, LeaderRota>(queries => queries.RotaAsync(null, director, default));

        Assert.Equal((3, 4), (await QueryAsync(db => db.TimetableRules.CountAsync()), await QueryAsync(db => db.Rooms.CountAsync())));
        Assert.Equal(6, rota.Coming.Count);
        Assert.Single(rota.Unrecorded);
        Assert.True(rota.Counts.Sum(count => count.HalfDays) >= 4);
        Assert.All(rota.Coming, line => Assert.Equal(SessionState.Published, line.State));
    }

    private Task<LeaderRota> RotaAsync(Guid? correct = null) => RunAsync<LeaderRotaQueries, LeaderRota>(queries => queries.RotaAsync(correct, Director, default));

    private Task RecordAsync(Guid id, SessionSitting? sitting, Guid? by = null, string? note = null) => RunAsync<LeaderRotaService>(rota => rota.RecordAsync(id, sitting, by, note, Director, default));
}
