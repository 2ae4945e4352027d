namespace Petitions.Services.Receptions.Statistics;

/// <summary>A figure of the statistics that opens its rows. The same condition counts it and lists them.</summary>
public enum VisitFigure
{
    /// <summary>Every visit (批次).</summary>
    All,

    /// <summary>Group visits (集体访), of GROUP_VISIT_MIN persons or more.</summary>
    Groups,

    /// <summary>Came to a booked time (预约到访).</summary>
    Booked,

    /// <summary>Heard and over; waits, walks and talks are of these.</summary>
    Heard,

    /// <summary>Over without having been heard (未接谈离开).</summary>
    Unheard,

    /// <summary>Not over yet.</summary>
    Open,

    /// <summary>Called to a counter.</summary>
    Called,

    /// <summary>Not there when called (过号).</summary>
    Missed,

    /// <summary>Came back after that.</summary>
    Returned,

    /// <summary>Heard after a wait of more than WAIT_AMBER.</summary>
    OverAmber,

    /// <summary>Heard after a wait of more than WAIT_RED.</summary>
    OverRed,
}
