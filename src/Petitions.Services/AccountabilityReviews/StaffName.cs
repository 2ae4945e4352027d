namespace Petitions.Services.AccountabilityReviews;

/// <summary>A member of staff as lists name him.</summary>
public sealed record StaffName(Guid Id, string Name, Guid? DepartmentId);
