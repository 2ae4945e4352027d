namespace Petitions.Domain.Offices;

/// <summary>A dated grant of an account role (list Role) in an office or one of its departments. Granting needs a second person.</summary>
public sealed class RoleGrant
{
    public const int RoleMax = 40;

    private RoleGrant()
    {
    }

    public Guid Id { get; private set; }

    public Guid StaffId { get; private set; }

    public string Role { get; private set; } = "";

    public Guid OfficeId { get; private set; }

    public Guid? DepartmentId { get; private set; }

    public DateOnly From { get; private set; }

    /// <summary>Last day, inclusive; null while open.</summary>
    public DateOnly? To { get; private set; }

    public Guid? GrantedBy { get; private set; }

    public Guid? ConfirmedBy { get; private set; }

    public static RoleGrant Create(Guid staffId, string role, Guid officeId, Guid? departmentId, DateOnly from, DateOnly? to, Guid? grantedBy, Guid? confirmedBy, DateTime now)
    {
        Rule.Require(to is null || to >= from, "role.dates");
        Rule.Require(grantedBy is null || grantedBy != confirmedBy, "role.second-person");
        return new RoleGrant
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            StaffId = staffId,
            Role = role,
            OfficeId = officeId,
            DepartmentId = departmentId,
            From = from,
            To = to,
            GrantedBy = grantedBy,
            ConfirmedBy = confirmedBy,
        };
    }

    public bool HoldsOn(DateOnly day) => From <= day && (To is null || day <= To);

    /// <summary>Ends the grant: it no longer holds on <paramref name="on"/>.</summary>
    internal void End(DateOnly on) => To = on.AddDays(-1);
}
