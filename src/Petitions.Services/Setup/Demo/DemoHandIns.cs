using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Services.HandIns;
using Petitions.Services.Offices;

namespace Petitions.Services.Setup;

/// <summary>
/// People at their points, and two matters handed in at a community point, one of them a day ago (seed features 10-12).
/// Development only; safe to run twice.
/// </summary>
public sealed class DemoHandIns(PetitionsDbContext db, HandInService service, OfficeCatalog offices, FactLog log, ActorSource actors, TimeProvider clock)
{
    private const string Community = "SP-QX-C1";
    private const string Township = "SP-QX-T1";

    public async Task SeedAsync(CancellationToken ct)
    {
        if (await db.HandIns.AnyAsync(ct) || await NameAsync("LiaisonPerson", Community, ct) is not { } liaison || await NameAsync("StationOfficer", Township, ct) is null)
        {
            return;
        }

        offices.Forget();
        var today = ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime);
        await HandInAsync(today.AddDays(-1), "莫小梅", "RequestForDecision", "请求答复小区电梯维修基金的问题。", "电梯坏了三个月，物业说维修基金用完了，账目不公开。", liaison, ct);
        await HandInAsync(today, null, "Suggestion", "建议检察官每月到社区坐班一次。", "老人去县城不方便，希望每月能在社区见到检察官。", liaison, ct);
    }

    private Task<string> HandInAsync(DateOnly on, string? name, string category, string request, string text, Actor liaison, CancellationToken ct) => service.HandInAsync(new HandInRequest
    {
        SubmissionKey = Guid.NewGuid(),
        ReceivedOn = on,
        Name = name,
        Category = category,
        Request = request,
        Text = text,
    }, liaison, ct);

    /// <summary>Names the demo account at the point unless it is there already.</summary>
    private async Task<Actor?> NameAsync(string userName, string code, CancellationToken ct)
    {
        var staff = await db.Users.Where(account => account.UserName == userName).Select(account => (Guid?)account.StaffId).SingleOrDefaultAsync(ct);
        if (staff is null || offices.ServicePoints.FirstOrDefault(each => each.Code == code) is not { } point)
        {
            return null;
        }

        if (!await db.PointPeople.AnyAsync(person => person.ServicePointId == point.Id && person.StaffId == staff, ct))
        {
            db.PointPeople.Add(PointPerson.Of(point.Id, staff.Value));
            log.Record(Actor.System, new OfficeChanged(point.OfficeId, "PointPeople", code, null, staff.Value.ToString("N")));
            await db.SaveChangesAsync(ct);
        }

        return await actors.OfAsync(staff.Value, ct);
    }
}
