namespace Petitions.Domain.Appointments;

/// <summary>Where a reception session stands (domain.md row 21). Only a published one can be booked from outside.</summary>
public enum SessionState
{
    /// <summary>Set up, seen by staff only (已计划).</summary>
    Planned,

    /// <summary>Public and open for booking (已公布).</summary>
    Published,

    /// <summary>Over, with the record of who really sat (已接待).</summary>
    Held,

    /// <summary>Moved to another session, which it names (已改期).</summary>
    Moved,

    /// <summary>Called off, with a reason (已取消).</summary>
    Cancelled,
}
