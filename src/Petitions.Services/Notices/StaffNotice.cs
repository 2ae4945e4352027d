namespace Petitions.Services.Notices;

/// <summary>A line of a member of staff's inbox.</summary>
public sealed record StaffNotice(string Number, string Subject, DateTime At);
