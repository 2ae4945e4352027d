using System.Collections.Concurrent;

namespace Petitions.Web.Live;

/// <summary>
/// Who waits for news on this node. A topic has a number that rises with each word said of it; whoever waits looks at the
/// number, so no word is lost between two looks and a burst is one piece of news.
/// </summary>
public sealed class LiveHub
{
    private readonly ConcurrentDictionary<Guid, Topic> topics = [];
    private int streams;

    /// <summary>False while words of the other nodes cannot be heard: pages then ask by themselves and say so.</summary>
    public bool Listening { get; private set; }

    public int Streams => Volatile.Read(ref streams);

    public void Say(Guid topic) => topics.GetOrAdd(topic, _ => new Topic()).Raise();

    public void Up() => Listening = true;

    /// <summary>Ends every stream: its page finds out at once.</summary>
    public void Down()
    {
        Listening = false;
        foreach (var topic in topics.Values)
        {
            topic.Raise();
        }
    }

    /// <summary>The sum of the numbers now, and what is done when one of them rises.</summary>
    internal (long Number, Task News) Look(IReadOnlyList<Guid> of)
    {
        var looks = of.Select(topic => topics.GetOrAdd(topic, _ => new Topic()).Look()).ToList();
        return (looks.Sum(look => look.Number), looks.Count == 1 ? looks[0].News : Task.WhenAny(looks.Select(look => look.News)));
    }

    /// <summary>Counts one stream until disposed; null when the node carries as many as it may.</summary>
    internal IDisposable? Enter(int most)
    {
        if (Interlocked.Increment(ref streams) > most)
        {
            Interlocked.Decrement(ref streams);
            return null;
        }

        return new Leaving(this);
    }

    private sealed class Leaving(LiveHub hub) : IDisposable
    {
        private int left;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref left, 1) == 0)
            {
                Interlocked.Decrement(ref hub.streams);
            }
        }
    }

    private sealed class Topic
    {
        private readonly Lock gate = new();
        private long number;
        private TaskCompletionSource news = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public (long Number, Task News) Look()
        {
            lock (gate)
            {
                return (number, news.Task);
            }
        }

        public void Raise()
        {
            TaskCompletionSource old;
            lock (gate)
            {
                number++;
                (old, news) = (news, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            }

            old.SetResult();
        }
    }
}
