using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain.Appointments;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Domain.VideoVisits;
using Petitions.Services.Appointments;
using Petitions.Services.Notices;
using Petitions.Services.Offices;

namespace Petitions.Services.VideoVisits;

/// <summary>
/// Tells who asked, and the people of both ends, in the save of what it tells. Nobody complained of in the matter is told
/// (the respondent wall); nothing on who asked stands in any of it.
/// </summary>
public sealed class VideoNotices(PetitionsDbContext db, NoticeOutbox outbox, BookingNotices bookers, OfficeCatalog offices)
{
    public const string Forwarded = "staff.video-forwarded";
    public const string Fixed = "staff.video-fixed";
    public const string Off = "staff.video-off";
    public const string DueSoon = "staff.video-due";
    public const string Overdue = "staff.video-overdue";
    public const string Answered = "staff.video-answered";
    public const string Unsettled = "staff.video-unsettled";
    public const string Settled = "booking.video";

    /// <summary>The role that goes on with a request.</summary>
    public const string Responsible = "ReceptionOfficer";

    /// <summary>Time, place and rights, to who asked (RV14-6).</summary>
    public void TellBooker(Appointment appointment, string template) => bookers.Tell(appointment, template);

    /// <summary>Those of an office who hold a role today.</summary>
    public async Task TellRoleAsync(VideoVisit visit, Guid officeId, string role, string template, DateOnly today, CancellationToken ct) =>
        await TellAsync(visit, await db.Staff.AsNoTracking()
            .Where(staff => staff.Active && staff.Grants.Any(grant => grant.Role == role && grant.OfficeId == officeId && grant.From <= today && (grant.To == null || grant.To >= today)))
            .Select(staff => staff.Id).ToListAsync(ct), template, ct);

    /// <summary>The two officers of a settled one.</summary>
    public Task TellOfficersAsync(VideoVisit visit, string template, CancellationToken ct) =>
        TellAsync(visit, [.. new[] { visit.JoiningOfficerId, visit.HearingOfficerId }.OfType<Guid>()], template, ct);

    private async Task TellAsync(VideoVisit visit, IReadOnlyList<Guid> people, string template, CancellationToken ct)
    {
        var values = Values(visit);
        foreach (var staff in await OpenAsync(visit, people, ct))
        {
            await outbox.TellOfficeAsync(staff, template, string.Create(CultureInfo.InvariantCulture, $"video/{visit.AppointmentId:N}/{template}/{visit.Version}"), values, ct);
        }
    }

    private async Task<IReadOnlyList<Guid>> OpenAsync(VideoVisit visit, IReadOnlyList<Guid> people, CancellationToken ct)
    {
        // A request that is made in this very save is not stored yet.
        var petition = db.Appointments.Local.FirstOrDefault(a => a.Id == visit.AppointmentId) is { } here
            ? here.PetitionId
            : await db.Appointments.AsNoTracking().Where(a => a.Id == visit.AppointmentId).Select(a => a.PetitionId).SingleOrDefaultAsync(ct);
        if (petition is not { } id || people.Count == 0)
        {
            return people;
        }

        var matter = await db.Petitions.VisibleTo(Actor.System).AsNoTracking().Include(p => p.Respondents).Where(p => p.Id == id).SingleOrNotFoundAsync(ct);
        var known = await db.Staff.AsNoTracking().Where(staff => people.Contains(staff.Id)).Select(staff => new { staff.Id, staff.NameKey, staff.DepartmentId }).ToListAsync(ct);
        return [.. known.Where(staff => !matter.IsWalled(staff.Id, staff.NameKey, offices.LineOf(staff.DepartmentId))).Select(staff => staff.Id)];
    }

    private Dictionary<string, string> Values(VideoVisit visit)
    {
        var point = offices.ServicePoints.FirstOrDefault(each => each.Id == visit.JoiningPointId);
        return new Dictionary<string, string>
        {
            ["point"] = point?.NameZh ?? "",
            ["pointEn"] = point?.NameEn ?? "",
            ["office"] = offices.Office(visit.HearingOfficeId)?.NameZh ?? "",
            ["officeEn"] = offices.Office(visit.HearingOfficeId)?.NameEn ?? "",
            ["when"] = visit.StartsAt is { } at ? ChinaTime.LocalOf(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "",
            ["due"] = visit.ForwardDueOn is { } due ? due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "",
        };
    }
}
