namespace Petitions.Domain.JointVisits;

/// <summary>Whether somebody came; absence has a reason.</summary>
public enum SeatPresence
{
    Unknown,
    Present,
    Absent,
}
