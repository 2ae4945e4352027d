namespace Petitions.Services.Notices.Channels;

/// <summary>A way out of the house. Throws when the message was not taken.</summary>
public interface INoticeChannel
{
    /// <summary>Code of list DeliveryWay.</summary>
    string Code { get; }

    Task SendAsync(OutgoingNotice notice, CancellationToken ct);
}
