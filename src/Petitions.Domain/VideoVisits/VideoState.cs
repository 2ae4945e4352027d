namespace Petitions.Domain.VideoVisits;

/// <summary>Where a reception by video stands (domain.md row 24).</summary>
public enum VideoState
{
    /// <summary>Asked for at the office near home (已申请).</summary>
    Requested,

    /// <summary>Looked at and found to be for the office that is asked to hear (已审查).</summary>
    Checked,

    /// <summary>Passed on to that office (已上报).</summary>
    Forwarded,

    /// <summary>Time, rooms and people of both ends are settled (已确定).</summary>
    Fixed,

    /// <summary>Both ends are there (接访中).</summary>
    Begun,

    /// <summary>Over, with the outcome of the visit (已接访).</summary>
    Held,

    /// <summary>Not for the office asked; the answer names the right one (不予安排).</summary>
    Refused,

    /// <summary>Called off with its appointment (已取消).</summary>
    CalledOff,

    /// <summary>Settled, and nobody came (未到). No effect on later requests.</summary>
    NoShow,
}
