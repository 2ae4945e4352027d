namespace Petitions.Services.Notices;

/// <summary>A line of a member of staff's inbox.</summary>
public sealed record StaffNotice(string Subject, DateTime At);
