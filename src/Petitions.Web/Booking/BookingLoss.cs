using Microsoft.AspNetCore.Mvc.ModelBinding;
using Petitions.Web.Areas.Citizen.Forms;

namespace Petitions.Web.Booking;

/// <summary>Who lost a place finds the next free one chosen: one more press books it.</summary>
internal static class BookingLoss
{
    public static void Choose(ModelStateDictionary state, BookingTimeForm form, BookingTimePage page)
    {
        form.Slot = page.NextFree?.Id.ToString("N");
        state.SetModelValue(nameof(form.Slot), form.Slot, form.Slot);
    }
}
