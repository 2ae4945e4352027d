namespace Petitions.Domain.JointVisits;

/// <summary>Why a guest's link opened nothing.</summary>
public enum GuestRefusal
{
    /// <summary>Its session is over, or its measure has ended.</summary>
    Expired,

    /// <summary>Somebody opened it already: a link opens once.</summary>
    AlreadyOpened,

    /// <summary>The host gave a new one or took it back.</summary>
    Revoked,

    /// <summary>Tried on an address it was not made for.</summary>
    WrongAddress,
}
