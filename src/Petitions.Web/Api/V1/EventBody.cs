namespace Petitions.Web.Api.V1;

/// <summary>One event of the public timeline.</summary>
public sealed record EventBody(DateTimeOffset At, string Kind, string Text);
