namespace Petitions.Web.Api.V1;

/// <summary>A reply that was sent: its kind (list ReplyKind), day and the three parts.</summary>
public sealed record ReplyBody(string Kind, DateTimeOffset SentAt, string? Facts, string? Law, string? Reason, string? Remedy, DateOnly? RemedyUntil);
