using Microsoft.EntityFrameworkCore;
using Petitions.Domain;
using Petitions.Domain.Appointments;
using Petitions.Domain.Offices;
using Petitions.Services.Appointments;
using Petitions.Services.Petitions;
using Petitions.Services.Tests.Fixtures;

namespace Petitions.Services.Tests.Appointments;

/// <summary>Bookings of the county office; a test names only what matters to it.</summary>
public abstract class BookingTest : PetitionsTest
{
    protected DateTime Now => Clock.GetUtcNow().UtcDateTime;

    protected BookingWanted Wanted(AppointmentForm form = AppointmentForm.Hall, Guid? key = null) => new(key ?? Guid.NewGuid(), Given.OfficeId(), form, "zh-Hans");

    /// <summary>A booker; each telephone is another person.</summary>
    protected static BookingAsked By(string phone = "13800001111", string name = "刘芳") =>
        new() { Topic = "排水沟一案", Booker = new FiledPerson { Name = name, Phone = phone, Email = "liu@example.test" }, SmsAllowed = true };

    protected static string Phone(int number) => FormattableString.Invariant($"138{number:00000000}");

    protected Task<HeldPlace> HoldAsync(BookingWanted wanted, Guid slot) => RunAsync<BookingService, HeldPlace>(booking => booking.HoldAsync(wanted, slot, default));

    protected Task<Booked> SubmitAsync(BookingWanted wanted, Guid slot, BookingAsked? by = null) =>
        RunAsync<BookingService, Booked>(booking => booking.SubmitAsync(wanted, slot, by ?? By(), default));

    protected Task<Booked> WaitAsync(Guid slot, BookingAsked by, bool any = false) => RunAsync<BookingService, Booked>(booking => booking.WaitAsync(Wanted(), slot, any, by, default));

    protected Task<Booked> RequestAsync(AppointmentForm form, BookingAsked by) => RunAsync<BookingService, Booked>(booking => booking.RequestAsync(Wanted(form), by, Actor.Citizen(), default));

    protected Task OwnAsync(Func<OwnBookingService, Task> act) => RunAsync(act);

    protected Task DeskAsync(Func<BookingDeskService, Task> act) => RunAsync(act);

    protected static async Task<string> RefusedAsync(Func<Task> act) => (await Assert.ThrowsAsync<RuleBrokenException>(act)).Code;

    protected Task<Appointment> ReloadAsync(Guid id) => QueryAsync(db => db.Appointments.AsNoTracking().Include(a => a.Persons).Include(a => a.Wishes).AsSplitQuery().SingleAsync(a => a.Id == id));

    protected Task<List<string>> FactsAsync(Guid subject) =>
        QueryAsync(db => db.Facts.Where(fact => fact.SubjectId == subject).OrderBy(fact => fact.Seq).Select(fact => fact.Kind).ToListAsync());

    protected Task<List<string>> NoticesAsync() => QueryAsync(db => db.Notices.OrderBy(notice => notice.Id).Select(notice => notice.Template + " " + notice.Channel).ToListAsync());

    protected static Guid First(ReceptionSession session) => session.Slots.OrderBy(slot => slot.StartsAt).First().Id;

    protected static Guid Second(ReceptionSession session) => session.Slots.OrderBy(slot => slot.StartsAt).ElementAt(1).Id;
}
