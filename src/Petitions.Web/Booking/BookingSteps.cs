using Petitions.Services.Appointments;

namespace Petitions.Web.Booking;

/// <summary>Which question comes next, and which is still open.</summary>
public static class BookingSteps
{
    public static readonly IReadOnlyList<BookingStep> All = Enum.GetValues<BookingStep>();

    public static string Path(BookingStep step) => step == BookingStep.Start ? "~/visits/book" : $"~/visits/book/{step.ToString().ToLowerInvariant()}";

    /// <summary>The first question without an answer; the check page when all have one.</summary>
    public static BookingStep FirstOpen(BookingAnswers answers) => answers switch
    {
        { Form: null } or { OfficeId: null } => BookingStep.Start,
        { ReasonAnswered: false } => BookingStep.Reason,
        { TimeAnswered: false } => BookingStep.Time,
        { PeopleAnswered: false } => BookingStep.People,
        _ => BookingStep.Check,
    };
}
