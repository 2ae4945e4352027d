using Petitions.Domain.Appointments;
using Petitions.Services.Appointments;
using Petitions.Web.Forms;

namespace Petitions.Web.Areas.Desk.Forms;

/// <summary>The filter of the list of appointments; it stands in the address (UX-069).</summary>
public sealed class BookingFilterForm
{
    public string? Day { get; set; }

    public AppointmentForm? Form { get; set; }

    public AppointmentState? State { get; set; }

    public BookingFilter ToFilter() => new(DateText.Parse(Day), Form, State);
}
