using Petitions.Domain.People;

namespace Petitions.Services.Petitions.Screening;

/// <summary>A respondent as screening sees it, with the colleagues of that name.</summary>
public sealed record RespondentLine(
    Guid Id, RespondentKind Kind, string Name, RespondentStatus Status, Guid? DepartmentId, Guid? StaffId, IReadOnlyList<RespondentMatch> Matches);

/// <summary>A member of staff who bears the name of a respondent.</summary>
public sealed record RespondentMatch(Guid StaffId, string Name, Guid DepartmentId);
