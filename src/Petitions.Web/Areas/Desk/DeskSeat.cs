using System.Globalization;
using Petitions.Services.Receptions;
using Petitions.Web.Access;
using Petitions.Web.Hosting;

namespace Petitions.Web.Areas.Desk;

/// <summary>Where the clerk of this browser sits. Kept in a cookie and checked against the person's offices each time.</summary>
public sealed class DeskSeat(IHttpContextAccessor accessor, CookieNames cookies, DeskPlaces places, ICurrentActor current)
{
    private const string Name = "pt-desk";
    private static readonly TimeSpan Kept = TimeSpan.FromDays(180);

    public DeskPlace Place
    {
        get
        {
            var kept = accessor.HttpContext!.Request.Cookies[cookies.Named(Name)]?.Split('.');
            return kept is [var code, var counter] && int.TryParse(counter, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? places.Find(code, number, current.Actor)
                : places.Find(null, null, current.Actor);
        }
    }

    public void Take(string? code, int? counter)
    {
        var place = places.Find(code, counter, current.Actor);
        accessor.HttpContext!.Response.Cookies.Append(cookies.Named(Name), FormattableString.Invariant($"{place.Code}.{place.Counter}"), cookies.Lasting(Kept));
    }
}
