namespace Petitions.Domain.Offices;

/// <summary>A role asked for by one security administrator; it holds only when another one has confirmed it (security.md B10).</summary>
public sealed class RoleProposal
{
    private RoleProposal()
    {
    }

    public Guid Id { get; private set; }

    public Guid StaffId { get; private set; }

    public string Role { get; private set; } = "";

    public Guid OfficeId { get; private set; }

    public Guid DepartmentId { get; private set; }

    public DateOnly From { get; private set; }

    public DateOnly? To { get; private set; }

    public Guid ProposedBy { get; private set; }

    public DateTime ProposedAt { get; private set; }

    public Guid? DecidedBy { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    public bool? Confirmed { get; private set; }

    public int Version { get; private set; }

    /// <exception cref="RuleBrokenException">role.own, role.dates, staff.left.</exception>
    public static RoleProposal Create(Staff staff, string role, DateOnly from, DateOnly? to, Guid proposedBy, DateTime now)
    {
        Rule.Require(staff.Active, "staff.left");
        Rule.Require(staff.Id != proposedBy, "role.own");
        Rule.Require(to is null || to >= from, "role.dates");
        return new RoleProposal
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            StaffId = staff.Id,
            Role = role,
            OfficeId = staff.OfficeId,
            DepartmentId = staff.DepartmentId,
            From = from,
            To = to,
            ProposedBy = proposedBy,
            ProposedAt = now,
            Version = 1,
        };
    }

    /// <summary>The second person's decision; a confirmed one yields the grant.</summary>
    /// <exception cref="RuleBrokenException">role.decided, role.second-person, role.own.</exception>
    public RoleGrant? Decide(bool confirm, Guid decidedBy, DateTime now)
    {
        Rule.Require(DecidedBy is null, "role.decided");
        Rule.Require(!confirm || decidedBy != ProposedBy, "role.second-person");
        Rule.Require(decidedBy != StaffId, "role.own");
        DecidedBy = decidedBy;
        DecidedAt = now;
        Confirmed = confirm;
        Version++;
        return confirm ? RoleGrant.Create(StaffId, Role, OfficeId, DepartmentId, From, To, ProposedBy, decidedBy, now) : null;
    }
}
