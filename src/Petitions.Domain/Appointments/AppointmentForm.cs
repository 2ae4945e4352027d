namespace Petitions.Domain.Appointments;

/// <summary>How somebody wishes to be heard (domain.md rows 21 to 24).</summary>
public enum AppointmentForm
{
    /// <summary>In the hall, at a slot of a published session (预约接待).</summary>
    Hall,

    /// <summary>By a leader on a published day; three times may be wished (领导接待).</summary>
    Leader,

    /// <summary>By an officer named by the citizen (点名接访).</summary>
    NamedOfficer,

    /// <summary>At home, for age, illness or disability (上门接待).</summary>
    HomeVisit,

    /// <summary>By video from a service point near home (远程视频接待).</summary>
    Video,

    /// <summary>By telephone at an agreed time (电话接待).</summary>
    Phone,
}
