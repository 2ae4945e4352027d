using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain.Appointments;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Services.Appointments;
using Petitions.Services.Clocks;
using Petitions.Services.Offices;
using Petitions.Services.Petitions;

namespace Petitions.Services.Setup;

/// <summary>
/// A few invented people who booked: two in the hall, one on a leader's day, a call, a home visit, a named officer and two by video, where
/// the demo has sessions for them. Through the portal's own services. Development only; safe to run twice.
/// </summary>
public sealed class DemoBookings(PetitionsDbContext db, BookingService booking, SlotQueries slots, OfficeCatalog offices, ClockCatalog clocks, TimeProvider clock)
{
    private const string DemoOffice = "D990101";
    private const string CityOffice = "C9901";
    private const string Station = "SP-QX-T1";
    private const string NamedOfficer = "王磊";

    public async Task SeedAsync(CancellationToken ct)
    {
        if (await db.Appointments.AnyAsync(ct) || offices.OfficeByCode(DemoOffice) is not { } office)
        {
            return;
        }

        await InTheHallAsync(office.Id, ct);
        await OnALeadersDayAsync(office.Id, ct);
        var day = clocks.Calendar.NextWorkingDay(ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime).AddDays(1));
        IReadOnlyList<WishedTime> wishes = [new(day, DayHalf.Morning), new(day, DayHalf.Afternoon)];
        await booking.RequestAsync(Wanted(office.Id, AppointmentForm.Phone), By("周小兰", "13800002201") with { Topic = "想问执行监督怎么申请", Wishes = wishes }, Actor.Citizen(), ct);
        await booking.RequestAsync(Wanted(office.Id, AppointmentForm.HomeVisit), new BookingAsked
        {
            Topic = "出门不便，请求上门听取意见",
            Needs = ["Walking", "OldAge"],
            Booker = new FiledPerson { Name = "吴桂英", Phone = "13800002202", Address = "清溪县泊云镇青石坳村21号" },
            Wishes = wishes,
        }, Actor.Citizen(), ct);
        await ByVideoAsync(wishes, ct);
        if (await db.Staff.CountAsync(staff => staff.Name == NamedOfficer && staff.OfficeId == office.Id && staff.Active, ct) == 1)
        {
            await booking.RequestAsync(Wanted(office.Id, AppointmentForm.NamedOfficer), By("郑大勇", "13800002203") with { OfficerName = NamedOfficer, Wishes = wishes }, Actor.Citizen(), ct);
        }
    }

    /// <summary>Two to be heard by the city's office from the station in the country: one waits to be passed on, the other is settled by <see cref="DemoVideo"/>.</summary>
    private async Task ByVideoAsync(IReadOnlyList<WishedTime> wishes, CancellationToken ct)
    {
        if (offices.OfficeByCode(CityOffice) is { } city && offices.ServicePoints.FirstOrDefault(point => point.Code == Station) is { } station)
        {
            await booking.RequestAsync(Wanted(city.Id, AppointmentForm.Video), By("刘成福", "13800002207") with { Topic = "想请市院听取申诉", ServicePointId = station.Id, Wishes = wishes }, Actor.Citizen(), ct);
            await booking.RequestAsync(Wanted(city.Id, AppointmentForm.Video), By(DemoVideo.Booker, "13800002208") with { Topic = "想请市院听取民事监督的意见", ServicePointId = station.Id, Wishes = wishes }, Actor.Citizen(), ct);
        }
    }

    private async Task InTheHallAsync(Guid office, CancellationToken ct)
    {
        var (found, _) = await slots.ListAsync(new SlotSearch { OfficeId = office, Form = AppointmentForm.Hall }, null, ct);
        foreach (var (slot, by) in found.Where(slot => !slot.IsFull).Zip([By("刘春梅", "13800002204") with { Others = ["刘建国", "刘建军"], Topic = "征地补偿一案的进展" }, By("陈大山", "13800002205") with { Reason = "Complaint" }]))
        {
            await booking.SubmitAsync(Wanted(office, AppointmentForm.Hall), slot.Id, by, ct);
        }
    }

    private async Task OnALeadersDayAsync(Guid office, CancellationToken ct)
    {
        var (found, _) = await slots.ListAsync(new SlotSearch { OfficeId = office, Form = AppointmentForm.Leader }, null, ct);
        IReadOnlyList<WishedTime> wishes = [.. found.Where(slot => !slot.IsFull).Take(Appointment.WishesMax).Select(slot => new WishedTime(slot.Day, DayHalf.Morning, slot.Id))];
        if (wishes.Count > 0)
        {
            await booking.RequestAsync(Wanted(office, AppointmentForm.Leader), By("孙玉兰", "13800002206") with { Wishes = wishes }, Actor.Citizen(), ct);
        }
    }

    private static BookingWanted Wanted(Guid office, AppointmentForm form) => new(Guid.NewGuid(), office, form, "zh-Hans");

    private static BookingAsked By(string name, string phone) => new() { Booker = new FiledPerson { Name = name, Phone = phone }, SmsAllowed = true };
}
