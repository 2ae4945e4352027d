using Petitions.Services.Appointments;
using Petitions.Web.Areas.Desk.Forms;
using Petitions.Web.TagHelpers;

namespace Petitions.Web.Areas.Desk.Models;

/// <summary>One appointment with the form that decides on it.</summary>
public sealed record BookingSheetPage(BookingSheet Sheet, BookingDecisionForm Form, IReadOnlyList<ChoiceItem> Slots, IReadOnlyList<ChoiceItem> Colleagues);
