namespace Petitions.Domain.Notices;

/// <summary>Delivery state (list DeliveryState), and <see cref="Parked"/> after the last attempt.</summary>
public enum NoticeState
{
    Queued,

    /// <summary>A letter on paper, not posted yet.</summary>
    Printed,
    Sent,
    Delivered,
    Returned,
    Failed,
    Parked,

    /// <summary>The administrator of the portal gave the channel up; people may still tell the petitioner otherwise.</summary>
    GivenUp,
}
