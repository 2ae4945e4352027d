namespace Petitions.Services.Ratings;

/// <summary>A visit that is over, to whoever was there: until when it can be rated (null: no end), and whether it was.</summary>
public sealed record VisitToRate(byte[] PlaceToken, string Ticket, DateTime ArrivedAt, Guid ServicePointId, DateOnly? Until, bool MayRate, bool Rated);
