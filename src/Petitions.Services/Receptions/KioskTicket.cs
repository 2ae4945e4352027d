namespace Petitions.Services.Receptions;

/// <summary>A ticket just given out, with the secret of its place in line.</summary>
public sealed record KioskTicket(Guid Id, string Ticket, byte[] PlaceToken);
