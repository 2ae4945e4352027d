namespace Petitions.Services.Petitions.Screening;

/// <summary>Who is meant; with <paramref name="Clear"/> nobody of the office.</summary>
public sealed record ConfirmRespondentRequest(
    string Number, Guid RespondentId, bool Clear, Guid? OfficeId = null, Guid? DepartmentId = null, Guid? StaffId = null);
