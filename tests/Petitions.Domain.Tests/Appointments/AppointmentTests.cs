using Petitions.Domain.Appointments;

namespace Petitions.Domain.Tests.Appointments;

/// <summary>The entity decides (domain.md row 22).</summary>
public sealed class AppointmentTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 0, 30, 0, DateTimeKind.Utc);
    private static readonly SlotPlace Place = new(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), 1, Now.AddHours(1), Now.AddHours(2), null);

    private static readonly BookingDetails Details = new() { Persons = [new BookedPerson { Name = "刘芳" }] };

    [Theory]
    [InlineData(AppointmentState.Cancelled)]
    [InlineData(AppointmentState.Attended)]
    [InlineData(AppointmentState.NoShow)]
    public void Moves_OutOfWhatIsOver_ThereAreNone(AppointmentState over)
    {
        string[] verbs = ["Hold", "Wait", "Submit", "Lapse", "TakeBack", "Offer", "Accept", "Confirm", "Change", "Wish", "Cancel", "Attend", "Miss"];

        Assert.DoesNotContain(verbs, verb => AppointmentMoves.Allows(over, verb));
    }

    [Fact]
    public void Cancel_Confirmed_GivesBackPlaceAndNumbers_AndKeepsTheTime()
    {
        var appointment = Booked();

        var fact = appointment.Cancel(Now);

        Assert.Equal((null, null, null), (appointment.PlaceNumber, appointment.ContactOrdinal, appointment.IdOrdinal));
        Assert.Equal((Place.StartsAt, false), (fact.StartsAt, fact.ByOffice));
    }

    [Fact]
    public void Cancel_OnceItsTimeHasCome_IsRefused_ByTheOfficeNot()
    {
        var appointment = Booked();

        Assert.Equal("appointment.over", Assert.Throws<RuleBrokenException>(() => appointment.Cancel(Place.StartsAt)).Code);
        Assert.True(appointment.CancelByOffice("接待员生病", Place.StartsAt).ByOffice);
    }

    [Fact]
    public void Miss_BeforeItIsOver_IsRefused()
    {
        var appointment = Booked();

        Assert.Equal("appointment.not-over", Assert.Throws<RuleBrokenException>(() => appointment.Miss(Place.StartsAt)).Code);
        Assert.Equal(Place.StartsAt, appointment.Miss(Place.EndsAt).StartsAt);
    }

    [Fact]
    public void Wishes_NoneManyOrTheSameTwice_AreRefused()
    {
        var wish = new WishedTime(new DateOnly(2026, 3, 4), DayHalf.Morning);
        IReadOnlyList<WishedTime>[] wrong = [[], [wish, wish], [.. Enumerable.Range(4, 4).Select(day => wish with { Day = new DateOnly(2026, 3, day) })]];

        Assert.All(wrong, wishes => Assert.Equal("appointment.wishes", Assert.Throws<RuleBrokenException>(() =>
            Appointment.Request(Wanted(AppointmentForm.Phone), Details with { Wishes = wishes }, new BookerPlaces(1, null), Now)).Code));
    }

    [Fact]
    public void Accept_AnOfferWhoseTimeHasCome_IsRefused()
    {
        var (appointment, _) = Appointment.Request(Wanted(AppointmentForm.Phone), Details with { Wishes = [new WishedTime(new DateOnly(2026, 3, 4), DayHalf.Morning)] }, new BookerPlaces(1, null), Now);
        appointment.Offer(new AgreedTime(Now.AddHours(1), Now.AddHours(2)), null, Now.AddMinutes(30), Now);

        Assert.Equal("appointment.over", Assert.Throws<RuleBrokenException>(() => appointment.Accept(Now.AddHours(1))).Code);
    }

    private static Appointment Booked()
    {
        var appointment = Appointment.Hold(Wanted(AppointmentForm.Hall), Place, Now.AddMinutes(15), Now);
        appointment.Submit(Details, new BookerPlaces(1, 1), Now);
        return appointment;
    }

    private static NewAppointment Wanted(AppointmentForm form) => new() { SubmissionKey = Guid.NewGuid(), CodeHash = [1], OfficeId = Guid.NewGuid(), Form = form, Language = "zh-Hans" };
}
