namespace Petitions.Domain.Appointments;

/// <summary>
/// One bookable time of a session (预约时段). Its places are numbered 1 to <see cref="PublicPlaces"/> for everybody and on
/// to <see cref="Places"/> for the desk; an appointment holds one number, and the database holds that no number is held twice.
/// </summary>
public sealed class SessionSlot
{
    private SessionSlot()
    {
    }

    public Guid Id { get; private set; }

    public Guid SessionId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime StartsAt { get; private set; }

    public DateTime EndsAt { get; private set; }

    public int PublicPlaces { get; private set; }

    public int InternalPlaces { get; private set; }

    public int Places => PublicPlaces + InternalPlaces;

    internal static SessionSlot Create(Guid sessionId, DateTime startsAt, DateTime endsAt, int publicPlaces, int internalPlaces, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(new DateTimeOffset(now)),
        SessionId = sessionId,
        StartsAt = startsAt,
        EndsAt = endsAt,
        PublicPlaces = publicPlaces,
        InternalPlaces = internalPlaces,
    };

    internal void Enlarge(int publicPlaces, int internalPlaces) => (PublicPlaces, InternalPlaces) = (publicPlaces, internalPlaces);
}
