using Petitions.Domain.People;

namespace Petitions.Services.Petitions.Screening;

public sealed record RespondentLine(Guid Id, RespondentKind Kind, string Name, RespondentStatus Status, Guid? DepartmentId);
