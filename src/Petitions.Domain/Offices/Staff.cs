using Petitions.Domain.People;

namespace Petitions.Domain.Offices;

/// <summary>A member of staff (工作人员). Never deleted: old acts keep the name.</summary>
public sealed class Staff
{
    public const int PhoneMax = 40;

    private readonly List<RoleGrant> grants = [];
    private readonly List<StaffAbsence> absences = [];

    private Staff()
    {
    }

    public Guid Id { get; private set; }

    public Guid OfficeId { get; private set; }

    public Guid DepartmentId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>The name as compared with respondents.</summary>
    public string NameKey { get; private set; } = "";

    /// <summary>Where the name stands in lists of people.</summary>
    public string NameOrder { get; private set; } = "";

    /// <summary>Office telephone, told to petitioners.</summary>
    public string? Phone { get; private set; }

    public bool Active { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<RoleGrant> Grants => grants;

    public IReadOnlyList<StaffAbsence> Absences => absences;

    public static (Staff Staff, StaffChanged Fact) Join(Guid officeId, Guid departmentId, string name, string? phone, DateTime now)
    {
        var staff = new Staff
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            OfficeId = officeId,
            DepartmentId = departmentId,
            Name = Rule.RequireText(name, PersonName.Max, "staff.name"),
            NameKey = PersonName.Key(name),
            NameOrder = PersonName.Order(name),
            Phone = phone,
            Active = true,
            Version = 1,
        };
        return (staff, new StaffChanged(staff.Id, "Joined", officeId, departmentId));
    }

    public StaffChanged MoveTo(Guid officeId, Guid departmentId)
    {
        Rule.Require(Active, "staff.left");
        OfficeId = officeId;
        DepartmentId = departmentId;
        Version++;
        return new StaffChanged(Id, "Moved", officeId, departmentId);
    }

    /// <summary>Ends the service; open matters must have been handed over before (LEAVER_OPEN_MATTERS).</summary>
    public StaffChanged Leave(int openMatters)
    {
        Rule.Require(openMatters == 0, "staff.open-matters");
        Rule.Require(Active, "staff.left");
        Active = false;
        Version++;
        return new StaffChanged(Id, "Left", OfficeId, DepartmentId);
    }

    public RoleGranted Grant(RoleGrant grant)
    {
        Rule.Require(Active, "staff.left");
        Rule.Require(grant.StaffId == Id, "staff.other-person");
        grants.Add(grant);
        Version++;
        return new RoleGranted(Id, grant.Role, grant.OfficeId, grant.DepartmentId, grant.From, grant.To, grant.ConfirmedBy) { AskedBy = grant.GrantedBy };
    }

    public RoleRevoked Revoke(Guid grantId, DateOnly on)
    {
        var grant = grants.SingleOrDefault(g => g.Id == grantId);
        Rule.Require(grant is not null, "staff.unknown-grant");
        grant!.End(on);
        Version++;
        return new RoleRevoked(Id, grant.Role, grant.OfficeId, grant.DepartmentId, on);
    }

    public StaffChanged RecordAbsence(DateOnly from, DateOnly to, DateTime now)
    {
        Rule.Require(from <= to, "staff.absence-order");
        absences.Add(StaffAbsence.Create(Id, from, to, now));
        Version++;
        return new StaffChanged(Id, "Absent", OfficeId, DepartmentId) { From = from, To = to };
    }

    public bool IsAbsentOn(DateOnly day) => absences.Any(absence => absence.From <= day && day <= absence.To);
}
