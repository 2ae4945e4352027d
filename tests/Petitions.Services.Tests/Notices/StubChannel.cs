using System.Collections.Concurrent;
using Petitions.Services.Notices.Channels;

namespace Petitions.Services.Tests.Notices;

/// <summary>A channel that remembers what it took, or refuses.</summary>
internal sealed class StubChannel(string code) : INoticeChannel
{
    public string Code => code;

    public bool Refuses { get; set; }

    public ConcurrentQueue<OutgoingNotice> Taken { get; } = new();

    public Task SendAsync(OutgoingNotice notice, CancellationToken ct)
    {
        if (Refuses)
        {
            throw new ChannelRefusedException("Stub refuses.");
        }

        Taken.Enqueue(notice);
        return Task.CompletedTask;
    }
}
