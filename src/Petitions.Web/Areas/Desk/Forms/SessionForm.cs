namespace Petitions.Web.Areas.Desk.Forms;

/// <summary>One session: planned, moved, given more places or called off. Each form of the page fills what it asks for.</summary>
public sealed class SessionForm
{
    public Guid SubmissionKey { get; set; }

    public Guid? ServicePointId { get; set; }

    /// <summary>List ReceptionForm. Not named as the parameter that holds the form: binding would take it for a prefix.</summary>
    public string? ReceptionForm { get; set; }

    public string? Day { get; set; }

    /// <summary>The day that was offered instead, taken by its button.</summary>
    public string? UseDay { get; set; }

    public TimeOnly? From { get; set; }

    public TimeOnly? To { get; set; }

    public int? SlotMinutes { get; set; }

    public int? PublicPlaces { get; set; }

    public int? InternalPlaces { get; set; }

    public Guid? LeaderId { get; set; }

    public Guid? RoomId { get; set; }

    public bool Publish { get; set; }

    /// <summary>Why it is moved.</summary>
    public string? Reason { get; set; }

    public string? CancelReason { get; set; }
}
