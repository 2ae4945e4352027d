using Microsoft.EntityFrameworkCore;
using Petitions.Domain;
using Petitions.Domain.Appointments;
using Petitions.Domain.Offices;
using Petitions.Services.Appointments;

namespace Petitions.Services.Tests.Appointments;

/// <summary>No room is taken twice, whoever comes at the same moment (J4 (e), J11 (c), security.md C10).</summary>
public sealed class RoomServiceTests : TimetableTest
{
    [Fact]
    public async Task Book_ByTwoAtOnce_GivesTheRoomToOne_EachTime()
    {
        const int Rounds = 20;
        var room = await RoomAsync();
        var clerk = await ActorAsync((await Given.Staff("陈静", roles: "ReceptionOfficer")).Id);
        var won = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var day = Wednesday.AddDays(round);
            // Different beginnings that overlap by a quarter of an hour.
            var both = await Task.WhenAll(
                TryAsync(new BookRoom { RoomId = room, Day = day, From = new TimeOnly(9, 0), To = new TimeOnly(10, 0), Purpose = "甲" }, Director),
                TryAsync(new BookRoom { RoomId = room, Day = day, From = new TimeOnly(9, 50), To = new TimeOnly(11, 0), Purpose = "乙" }, clerk));
            won += both.Count(code => code is null);
            Assert.Contains("room.taken", both);
        }

        Assert.Equal(Rounds, won);
        Assert.Equal(Rounds, await QueryAsync(db => db.RoomBookings.CountAsync()));
    }

    [Fact]
    public async Task Book_WithoutAnEnd_TakesTheUsualHour_AndReleaseGivesItBack()
    {
        var room = await RoomAsync();
        var wish = new BookRoom { RoomId = room, Day = Wednesday, From = new TimeOnly(9, 0), Purpose = "听证准备" };

        await BookAsync(wish);
        var taken = await TryAsync(wish, Director);
        var clash = Assert.Single(await RunAsync<RoomQueries, IReadOnlyList<RoomHold>>(queries => queries.ClashesAsync([room], Wednesday, new TimeOnly(9, 30), new TimeOnly(10, 30), Director, default)));
        await RunAsync<RoomService>(rooms => rooms.ReleaseAsync(clash.Id, Director, default));
        await BookAsync(wish);

        Assert.Equal("room.taken", taken);
        Assert.Equal((TimeSpan.FromMinutes(60), "听证准备", "李敏"), (clash.EndsAt - clash.StartsAt, clash.Purpose, clash.BookedBy));
        Assert.Equal(4, await QueryAsync(db => db.RoomQuarters.CountAsync()));
        Assert.Equal(2, await QueryAsync(db => db.RoomBookings.CountAsync()));
    }

    [Fact]
    public async Task Book_BothEndsOfAVideoLink_IsAllOrNothing()
    {
        var (here, there, plain) = (await RoomAsync("视频一", RoomKind.Video), await RoomAsync("视频二", RoomKind.Video), await RoomAsync("三室"));
        var wish = new BookRoom { RoomId = here, OtherRoomId = there, Day = Wednesday, From = new TimeOnly(9, 0), Purpose = "远程视频接访" };

        Assert.Equal("room.same-both-ends", await TryAsync(wish with { OtherRoomId = here }, Director));
        Assert.Equal("room.not-video", await TryAsync(wish with { OtherRoomId = plain }, Director));
        await BookAsync(new BookRoom { RoomId = there, Day = Wednesday, From = new TimeOnly(9, 45), Purpose = "调试" });
        Assert.Equal("room.taken", await TryAsync(wish, Director));
        Assert.Equal(1, await QueryAsync(db => db.RoomBookings.CountAsync()));
        await BookAsync(wish with { From = new TimeOnly(14, 0) });

        Assert.Equal(3, await QueryAsync(db => db.RoomBookings.CountAsync()));
    }

    [Fact]
    public async Task Session_KeepsItsRoom_UntilItIsCalledOff()
    {
        var room = await RoomAsync();
        var id = await PlanAsync(Session(Wednesday) with { RoomId = room });
        var hold = Assert.Single((await RunAsync<RoomQueries, RoomCalendar>(queries => queries.WeekAsync(new DateOnly(2026, 3, 2), Director, default))).Holds);

        var taken = await Assert.ThrowsAsync<RuleBrokenException>(() => PlanAsync(Session(Wednesday) with { RoomId = room, LeaderId = Deputy }));
        var kept = await Assert.ThrowsAsync<RuleBrokenException>(() => RunAsync<RoomService>(rooms => rooms.ReleaseAsync(hold.Id, Director, default)));
        var noVideo = await Assert.ThrowsAsync<RuleBrokenException>(() => PlanAsync(Session(Wednesday.AddDays(1)) with { Form = SitterCheck.Video, LeaderId = null, RoomId = room }));
        await RunAsync<SessionChangeService, int>(sessions => sessions.CancelAsync(id, "停电", Director, default));

        Assert.Equal((id, "Regular"), (hold.SessionId, hold.Form));
        Assert.Equal(("room.taken", "room.session", "session.video-room"), (taken.Code, kept.Code, noVideo.Code));
        await PlanAsync(Session(Wednesday) with { RoomId = room, LeaderId = Deputy });
    }

    [Fact]
    public async Task Room_OfAnotherOffice_IsNotThere()
    {
        var room = await RoomAsync();
        var stranger = await ActorAsync((await Given.Staff("郝静", "C9901-05", "PetitionDirector")).Id);

        await Assert.ThrowsAsync<NotFoundException>(() => RunAsync<RoomService>(rooms => rooms.BookAsync(new BookRoom { RoomId = room, Day = Wednesday, From = new TimeOnly(9, 0), Purpose = "x" }, stranger, default)));
        await Assert.ThrowsAsync<NotFoundException>(() => RunAsync<RoomService>(rooms => rooms.ChangeAsync(room, 1, new RoomDetails { NameZh = "x", NameEn = "x", Kind = RoomKind.Room, Seats = 1 }, stranger, default)));
        Assert.Empty(await RunAsync<RoomQueries, IReadOnlyList<RoomLine>>(queries => queries.ListAsync(stranger, default)));
    }

    private Task BookAsync(BookRoom wish) => RunAsync<RoomService>(rooms => rooms.BookAsync(wish, Director, default));

    private async Task<string?> TryAsync(BookRoom wish, Actor actor)
    {
        try
        {
            await RunAsync<RoomService>(rooms => rooms.BookAsync(wish, actor, default));
            return null;
        }
        catch (RuleBrokenException refused)
        {
            return refused.Code;
        }
    }
}
