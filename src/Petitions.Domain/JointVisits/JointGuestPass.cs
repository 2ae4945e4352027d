using System.Security.Cryptography;

namespace Petitions.Domain.JointVisits;

/// <summary>
/// The one-time link of an outside guest (domain.md row 30), 128 random bits kept as a hash. The link of a session opens
/// once, in one browser, which then holds the key of its own until the session is over; that of a measure opens its one
/// measure until it is done or failed. What it may open is written in it and never more.
/// </summary>
public sealed class JointGuestPass
{
    public const int TokenLength = 16;

    private JointGuestPass()
    {
    }

    public Guid Id { get; private set; }

    public Guid JointVisitId { get; private set; }

    public Guid SeatId { get; private set; }

    /// <summary>The measure of its owner's link; null for a session's.</summary>
    public Guid? MeasureId { get; private set; }

    public byte[] TokenHash { get; private set; } = [];

    /// <summary>Key of the browser that opened it.</summary>
    public byte[]? HolderHash { get; private set; }

    public DateTime IssuedAt { get; private set; }

    public Guid? IssuedBy { get; private set; }

    /// <summary>End of the session; null for a measure, which has its own end.</summary>
    public DateTime? ValidUntil { get; private set; }

    public DateTime? OpenedAt { get; private set; }

    public DateTime? RevokedAt { get; private set; }

    public int Version { get; private set; }

    /// <exception cref="RuleBrokenException">joint.not-a-guest, joint.time.</exception>
    public static (JointGuestPass Pass, ParticipantInvited Fact) Invite(JointVisit visit, JointSeat seat, byte[] token, Guid by, DateTime now)
    {
        Rule.Require(seat.IsGuest, "joint.not-a-guest");
        Rule.Require(visit.State is JointVisitState.Proposed or JointVisitState.Called, "joint.wrong-state");
        Rule.Require(visit.EndsAt > now, "joint.time");
        Rule.Require(!string.IsNullOrWhiteSpace(visit.Brief), "joint.brief");
        var pass = New(visit.Id, seat.Id, null, token, by, visit.EndsAt, now);
        return (pass, new ParticipantInvited(visit.Id, seat.Id, pass.Id));
    }

    /// <summary>The owner's own link for one measure: the session's is dead by then.</summary>
    /// <exception cref="RuleBrokenException">joint.measure-state</exception>
    public static JointGuestPass ForMeasure(JointMeasure measure, byte[] token, Guid? by, DateTime now)
    {
        Rule.Require(measure.State == MeasureState.Agreed, "joint.measure-state");
        return New(measure.JointVisitId, measure.SeatId, measure.Id, token, by, null, now);
    }

    /// <summary>A token is random and long: a plain hash keeps it from whoever reads the table.</summary>
    public static byte[] Hash(byte[] token) => SHA256.HashData(token);

    /// <summary>Why it opens nothing now; null when it opens.</summary>
    /// <param name="forMeasure">Whether it is tried on the address of a measure.</param>
    /// <param name="over">The measure has ended, or the sitting was called off.</param>
    /// <param name="now">Moment.</param>
    public GuestRefusal? RefusalOf(bool forMeasure, bool over, DateTime now) =>
        forMeasure != (MeasureId is not null) ? GuestRefusal.WrongAddress
        : RevokedAt is not null ? GuestRefusal.Revoked
        : over || ValidUntil <= now ? GuestRefusal.Expired
        : MeasureId is null && OpenedAt is not null ? GuestRefusal.AlreadyOpened
        : null;

    /// <summary>Whether this browser, which opened the link, may still look.</summary>
    public bool IsHeldBy(byte[] holder, bool over, DateTime now) =>
        MeasureId is null && RevokedAt is null && !over && ValidUntil > now && HolderHash is { } hash && CryptographicOperations.FixedTimeEquals(hash, Hash(holder));

    /// <summary>Opens it for one browser. Two at once get one winner: the version is a concurrency token.</summary>
    /// <exception cref="RuleBrokenException">joint.link-dead</exception>
    public void Open(byte[] holder, DateTime now)
    {
        Rule.Require(MeasureId is null && OpenedAt is null && RevokedAt is null && ValidUntil > now, "joint.link-dead");
        (OpenedAt, HolderHash) = (now, Hash(holder));
        Version++;
    }

    /// <summary>The session was moved before it was over: its link goes with it.</summary>
    /// <exception cref="RuleBrokenException">joint.link-dead</exception>
    public void Move(DateTime until, DateTime now)
    {
        Rule.Require(MeasureId is null && RevokedAt is null && ValidUntil > now, "joint.link-dead");
        ValidUntil = until;
        Version++;
    }

    public void Revoke(DateTime now)
    {
        RevokedAt ??= now;
        Version++;
    }

    private static JointGuestPass New(Guid visitId, Guid seatId, Guid? measureId, byte[] token, Guid? by, DateTime? until, DateTime now)
    {
        Rule.Require(token.Length == TokenLength, "joint.link-dead");
        return new()
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            JointVisitId = visitId,
            SeatId = seatId,
            MeasureId = measureId,
            TokenHash = Hash(token),
            IssuedAt = now,
            IssuedBy = by,
            ValidUntil = until,
            Version = 1,
        };
    }
}
