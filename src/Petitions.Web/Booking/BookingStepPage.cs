using Petitions.Services.Appointments;

namespace Petitions.Web.Booking;

/// <summary>Where a page of the booking form stands; every step view shows it the same way.</summary>
public sealed record BookingStepPage(BookingStep Step, BookingAnswers? Answers)
{
    public int Number => (int)Step + 1;

    public int Total => BookingSteps.All.Count;

    public string BackHref => Step == BookingStep.Start ? "~/" : BookingSteps.Path(Step - 1);
}
