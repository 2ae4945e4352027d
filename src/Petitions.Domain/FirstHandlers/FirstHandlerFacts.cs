using Petitions.Domain.Facts;

namespace Petitions.Domain.FirstHandlers;

/// <summary>First handler named (确定首办责任人). Never overwritten.</summary>
public sealed record FirstHandlerNamed(Guid PetitionId, Guid OfficeId, Guid HandlerDepartmentId, Guid StaffId) : Fact(PetitionId);

/// <summary>Handed over to another handler (移交承办).</summary>
public sealed record HandlerChanged(Guid PetitionId, Guid FromStaffId, Guid ToStaffId, Guid ToDepartmentId, [property: Erasable] string Reason) : Fact(PetitionId);

/// <summary>Substitute named (指定代办人).</summary>
public sealed record SubstituteNamed(Guid PetitionId, Guid StaffId, [property: Erasable] string Reason) : Fact(PetitionId);

/// <summary>Substitute ended (代办结束).</summary>
public sealed record SubstituteEnded(Guid PetitionId, Guid StaffId) : Fact(PetitionId);

/// <summary>Leader in charge named (院领导包案); the date of the plan wins over the counted one.</summary>
public sealed record LeaderInChargeNamed(Guid PetitionId, Guid StaffId, DateOnly DueOn, [property: Erasable] string Reason) : Fact(PetitionId)
{
    public override DateOnly? NamedDue => DueOn;
}

/// <summary>Lead case resolved or not resolved (包案办结).</summary>
public sealed record LeaderCaseResolved(Guid PetitionId, Guid StaffId, bool Resolved, [property: Erasable] string Result) : Fact(PetitionId);
