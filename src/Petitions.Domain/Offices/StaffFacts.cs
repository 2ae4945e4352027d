using Petitions.Domain.Facts;

namespace Petitions.Domain.Offices;

/// <summary>Staff added, moved, away or left (人员变动).</summary>
public sealed record StaffChanged(Guid StaffId, string Change, Guid OfficeId, Guid DepartmentId) : Fact(StaffId)
{
    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }
}

/// <summary>Role granted (授予角色) with the second person who confirmed it.</summary>
public sealed record RoleGranted(Guid StaffId, string Role, Guid OfficeId, Guid? DepartmentId, DateOnly From, DateOnly? To, Guid? ConfirmedBy) : Fact(StaffId)
{
    /// <summary>The first of the two persons; the second is the actor.</summary>
    public Guid? AskedBy { get; init; }
}

/// <summary>Role revoked (撤销角色).</summary>
public sealed record RoleRevoked(Guid StaffId, string Role, Guid OfficeId, Guid? DepartmentId, DateOnly On) : Fact(StaffId);
