namespace Petitions.Services.Receptions;

/// <summary>A call on the display: a number and a counter.</summary>
public sealed record DisplayCall(string Ticket, int Counter, DateTime At, bool Here);
