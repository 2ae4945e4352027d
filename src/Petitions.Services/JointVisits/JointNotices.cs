using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Domain.Clocks;
using Petitions.Domain.JointVisits;
using Petitions.Domain.Notices;
using Petitions.Services.Notices;
using Petitions.Services.Notices.Channels;
using Petitions.Services.Offices;

namespace Petitions.Services.JointVisits;

/// <summary>
/// Tells the seats of a joint visit, in the save of what it tells: members of staff inside the portal, outside guests by mail
/// or text message with their own link. The words name office and time, never a petitioner or a matter.
/// </summary>
public sealed class JointNotices(PetitionsDbContext db, ColumnProtector protector, NoticeTexts texts, NoticeOutbox outbox, OfficeCatalog offices, IOptions<NoticeOptions> options, TimeProvider clock)
{
    public const string Called = "staff.joint-called";
    public const string Off = "staff.joint-off";
    public const string StaffMeasure = "staff.joint-measure";
    public const string PapersMissing = "staff.joint-papers";
    public const string Told = "joint.told";
    public const string Invited = "joint.guest-invited";
    public const string GuestOff = "joint.guest-off";
    public const string GuestMoved = "joint.guest-moved";
    public const string GuestMeasure = "joint.guest-measure";

    /// <summary>The address guests' links begin with; null while the operator has set none, and the host passes links on himself.</summary>
    public string? Address => string.IsNullOrWhiteSpace(options.Value.PublicAddress) ? null : options.Value.PublicAddress.TrimEnd('/');

    /// <summary>Everybody of this office who sits there.</summary>
    public async Task TellStaffAsync(JointVisit visit, string template, string key, CancellationToken ct)
    {
        foreach (var staff in visit.Seats.Select(seat => seat.StaffId).OfType<Guid>().Distinct())
        {
            await outbox.TellOfficeAsync(staff, template, $"joint/{visit.Id:N}/{key}", Values(visit), ct);
        }
    }

    /// <summary>The owner of a measure, when he is of this office; the same day once.</summary>
    public Task TellOwnerAsync(JointVisit visit, JointMeasure measure, Guid staffId, DateOnly today, CancellationToken ct) =>
        outbox.TellOfficeAsync(staffId, StaffMeasure, $"joint/{visit.Id:N}/measure/{measure.Number}/{Day(today)}", Values(visit, measure), ct);

    /// <summary>The chair, of papers that have not come; once for a seat and its day.</summary>
    public async Task<bool> TellChairAsync(JointVisit visit, JointSeat seat, CancellationToken ct)
    {
        if (visit.Chair?.StaffId is not { } chair)
        {
            return false;
        }

        var key = $"joint/{visit.Id:N}/papers/{seat.Id:N}/{Day(seat.BringBy!.Value)}";
        var whole = $"{key}/{chair:N}";
        if (await db.Notices.AnyAsync(notice => notice.Key == whole, ct))
        {
            return false;
        }

        var values = Values(visit);
        values["organ"] = seat.Organ ?? "";
        values["due"] = Day(seat.BringBy.Value);
        await outbox.TellOfficeAsync(chair, PapersMissing, key, values, ct);
        return true;
    }

    /// <summary>An outside guest; false when he left no address, or a link would be needed and the operator has set no address of the portal.</summary>
    public bool TellGuest(JointVisit visit, JointSeat seat, string template, string key, string? link = null, JointMeasure? measure = null)
    {
        if (seat.EncryptedContact is not { } sealedContact || (link is not null && Address is null))
        {
            return false;
        }

        var contact = protector.Unprotect(sealedContact);
        var values = Values(visit, measure);
        values["link"] = link is null ? "" : Address + link;
        values["place"] = JointPapers.PlaceWords(visit, seat);
        var (subject, body) = texts.Render(template, "zh-Hans", values);
        db.Notices.Add(Notice.Queue(new NewNotice
        {
            Key = $"joint/{visit.Id:N}/{seat.Id:N}/{key}",
            Channel = contact.Contains('@', StringComparison.Ordinal) ? Notice.Email : Notice.Sms,
            Template = template,
            Language = "zh-Hans",
            Subject = subject,
            EncryptedBody = protector.Protect(body),
            EncryptedAddress = protector.Protect(contact),
        }, clock.GetUtcNow().UtcDateTime));
        return true;
    }

    internal static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private Dictionary<string, string> Values(JointVisit visit, JointMeasure? measure = null)
    {
        var office = offices.Office(visit.OfficeId);
        return new Dictionary<string, string>
        {
            ["office"] = office?.NameZh ?? "",
            ["officeEn"] = office?.NameEn ?? "",
            ["phone"] = office?.Phone ?? "",
            ["when"] = visit.StartsAt is { } at ? ChinaTime.LocalOf(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "",
            ["reason"] = visit.EndReason ?? "",
            ["measure"] = measure?.Number.ToString(CultureInfo.InvariantCulture) ?? "",
            ["due"] = measure is null ? "" : Day(measure.DueOn),
        };
    }
}
