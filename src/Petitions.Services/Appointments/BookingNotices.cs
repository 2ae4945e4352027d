using System.Globalization;
using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Domain.Appointments;
using Petitions.Domain.Clocks;
using Petitions.Domain.Notices;
using Petitions.Domain.People;
using Petitions.Services.Notices;
using Petitions.Services.Offices;

namespace Petitions.Services.Appointments;

/// <summary>
/// Tells who booked, by text message and mail, in the save of what it tells. The words stay neutral: office and time,
/// nothing about the matter, the people or the code. Whoever left neither is told by telephone; the desk's list shows it.
/// </summary>
public sealed class BookingNotices(PetitionsDbContext db, ColumnProtector protector, NoticeTexts texts, OfficeCatalog offices, TimeProvider clock)
{
    public const string Confirmed = "booking.confirmed";
    public const string Requested = "booking.requested";
    public const string Changed = "booking.changed";
    public const string Cancelled = "booking.cancelled";
    public const string Offered = "booking.offered";
    public const string Proposed = "booking.proposed";
    public const string Lapsed = "booking.lapsed";
    public const string Reminder = "booking.reminder";
    public const string VideoReminder = "booking.video-reminder";

    /// <summary>Queues the notice; the version of the appointment makes a repeated act queue it once.</summary>
    public void Tell(Appointment appointment, string template)
    {
        if (appointment.Contact is null)
        {
            return;
        }

        var block = protector.UnprotectBlock(appointment.Contact);
        var values = ValuesOf(appointment);
        foreach (var (channel, address) in Ways(appointment, block))
        {
            var (subject, body) = texts.Render(template, appointment.Language, values);
            db.Notices.Add(Notice.Queue(new NewNotice
            {
                Key = FormattableString.Invariant($"appointment/{appointment.Id:N}/{template}/{appointment.Version}/{channel}"),
                Channel = channel,
                Template = template,
                Language = appointment.Language,
                Subject = subject,
                EncryptedBody = protector.Protect(body),
                EncryptedAddress = protector.Protect(address),
            }, clock.GetUtcNow().UtcDateTime));
        }
    }

    /// <summary>A time as it stands in messages, the same in both languages.</summary>
    internal static string Wall(DateTime? utc) => utc is { } time ? ChinaTime.LocalOf(time).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "";

    private static IEnumerable<(string Channel, string Address)> Ways(Appointment appointment, IdentityBlock block)
    {
        if (appointment.SmsAllowed && block.Phone is { } phone)
        {
            yield return (Notice.Sms, phone);
        }

        if (block.Email is { } mail)
        {
            yield return (Notice.Email, mail);
        }
    }

    private Dictionary<string, string> ValuesOf(Appointment appointment)
    {
        var office = offices.Office(appointment.OfficeId);
        var point = offices.ServicePoints.FirstOrDefault(each => each.Id == appointment.ServicePointId);
        return new Dictionary<string, string>
        {
            ["office"] = office?.NameZh ?? "",
            ["officeEn"] = office?.NameEn ?? "",
            ["place"] = point?.NameZh ?? office?.NameZh ?? "",
            ["placeEn"] = point?.NameEn ?? office?.NameEn ?? "",
            ["phone"] = point?.Phone ?? office?.Phone ?? "",
            ["when"] = Wall(appointment.StartsAt),
            ["until"] = Wall(appointment.HeldUntil),
        };
    }
}
