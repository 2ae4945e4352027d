using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain.Appointments;
using Petitions.Domain.Offices;

namespace Petitions.Services.JointVisits;

/// <summary>What the forms of preparation offer: rooms and colleagues of an office in which the person calls joint visits.</summary>
public sealed class JointChoiceQueries(PetitionsDbContext db)
{
    public async Task<IReadOnlyList<JointRoom>> RoomsAsync(Guid officeId, Actor actor, CancellationToken ct)
    {
        var reach = actor.OfficesFor(Abilities.CallJointVisits);
        return await db.Rooms.AsNoTracking().Where(room => room.OfficeId == officeId && reach.Contains(room.OfficeId) && room.Enabled).OrderBy(room => room.ServicePointId).ThenBy(room => room.NameZh).ThenBy(room => room.Id)
            .Select(room => new JointRoom(room.Id, room.NameZh, room.NameEn, room.Seats, room.Kind == RoomKind.Video)).ToListAsync(ct);
    }

    public async Task<IReadOnlyList<JointColleague>> ColleaguesAsync(Guid officeId, Actor actor, CancellationToken ct)
    {
        var reach = actor.OfficesFor(Abilities.CallJointVisits);
        return await db.Staff.AsNoTracking().Where(staff => staff.OfficeId == officeId && reach.Contains(staff.OfficeId) && staff.Active).OrderBy(staff => staff.NameOrder).ThenBy(staff => staff.Id)
            .Select(staff => new JointColleague(staff.Id, staff.Name, staff.DepartmentId)).ToListAsync(ct);
    }
}
