namespace Petitions.Services.Routing;

/// <summary>A receiver left out, with the code of the reason (<c>routing.department-walled</c>, <c>routing.no-department</c>).</summary>
public sealed record SkippedReceiver(Guid? DepartmentId, string BusinessLine, string Reason);
