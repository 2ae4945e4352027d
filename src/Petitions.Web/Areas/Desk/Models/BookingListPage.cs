using Petitions.Services.Appointments;
using Petitions.Web.Areas.Desk.Forms;

namespace Petitions.Web.Areas.Desk.Models;

/// <summary>A page of the list of appointments.</summary>
public sealed record BookingListPage(BookingFilterForm Filter, IReadOnlyList<BookingLine> Lines, string? Next);
