namespace Petitions.Domain.Appointments;

/// <summary>Whether a person of a party may come along.</summary>
public enum PersonAdmission
{
    Accepted,

    /// <summary>With a reason that is told. The person may come without a booking at any time.</summary>
    Refused,
}
