using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Petitions.Services.Appointments;
using Petitions.Web.Filing;
using Petitions.Web.Hosting;

namespace Petitions.Web.Booking;

/// <summary>
/// What a browser holds after the right booking code: an encrypted ticket for that one appointment, good for half an hour.
/// It carries the code, so that the page can be printed with it; neither stands in an address. Real time, also where the portal's clock is set.
/// </summary>
public sealed class BookingTickets(IDataProtectionProvider protection, CookieNames cookies)
{
    private const string Name = "pt-booking";
    private readonly ITimeLimitedDataProtector tickets = protection.CreateProtector("petitions.booking.v1").ToTimeLimitedDataProtector();

    public void Grant(HttpContext context, OpenedBooking opened) =>
        context.Response.Cookies.Append(cookies.Named(Name), tickets.Protect($"{opened.Id:N}|{opened.Code}", AccessTickets.TicketLife), cookies.Lasting(AccessTickets.TicketLife));

    /// <summary>The appointment that is open in this browser, or null: then its code must be entered first.</summary>
    public OpenedBooking? Find(HttpContext context)
    {
        if (context.Request.Cookies[cookies.Named(Name)] is not { Length: > 0 } value)
        {
            return null;
        }

        try
        {
            return tickets.Unprotect(value).Split('|') is [var id, var code] ? new OpenedBooking(Guid.ParseExact(id, "N"), code) : null;
        }
        catch (CryptographicException)
        {
            // Too old, or not ours: the same as none.
            return null;
        }
    }

    public void Forget(HttpContext context) => context.Response.Cookies.Delete(cookies.Named(Name), cookies.Lasting(TimeSpan.Zero));
}
