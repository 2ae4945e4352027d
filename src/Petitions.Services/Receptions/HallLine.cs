using Petitions.Domain.Receptions;

namespace Petitions.Services.Receptions;

/// <summary>Who waits in a hall today, and how fast it goes: all that a place in line is told from.</summary>
public sealed record HallLine(IReadOnlyList<(Guid Id, QueuePlace Place)> Waiting, IReadOnlyList<TimeSpan> LastTalks, int Counters)
{
    /// <summary>A wait is told from so many last talks of today.</summary>
    public const int Talks = 10;

    // And not at all from fewer than three; rounded up to five minutes.
    private const int FewestTalks = 3;
    private const int Step = 5;

    /// <summary>How many are called before this one, by the rule of the queue as it is now.</summary>
    public int Ahead(Guid id, QueuePlace place, DateTime now)
    {
        var mine = Rank(place, now);
        return Waiting.Count(other => other.Id != id && (Rank(other.Place, now) is var rank) && (rank < mine || (rank == mine && other.Place.At < place.At)));
    }

    /// <summary>
    /// A wait told honestly: how long the last conversations of today took, times those before, over the counters that
    /// hear somebody now; in steps of five minutes. Null while too few have ended to say anything.
    /// </summary>
    public int? Minutes(int ahead)
    {
        if (LastTalks.Count < FewestTalks)
        {
            return null;
        }

        var minutes = LastTalks.Average(talk => talk.TotalMinutes) * (ahead + 1) / Math.Max(1, Counters);
        return (int)Math.Ceiling(minutes / Step) * Step;
    }

    private static int Rank(QueuePlace place, DateTime now) => place.Rank == QueuePlace.Booked && place.At > now ? QueuePlace.Early : place.Rank;
}
