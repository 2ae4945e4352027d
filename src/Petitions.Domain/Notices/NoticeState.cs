namespace Petitions.Domain.Notices;

/// <summary>Delivery state (list DeliveryState), and <see cref="Parked"/> after the last attempt.</summary>
public enum NoticeState
{
    Queued,
    Sent,
    Delivered,
    Returned,
    Failed,
    Parked,
}
