using Petitions.Domain.Receptions;

namespace Petitions.Services.Receptions.Statistics;

/// <summary>The statistics of an office's visits in a period (issue 4 item 7; domain.md section 6).</summary>
public sealed record VisitStatistics
{
    public required VisitScope Scope { get; init; }

    public required VisitBounds Bounds { get; init; }

    /// <summary>Below it neither rates nor times are shown (INDICATOR_MIN_N).</summary>
    public required int Least { get; init; }

    public required IReadOnlyDictionary<VisitFigure, VisitCount> Figures { get; init; }

    public required IReadOnlyList<(ReceptionOutcome Outcome, VisitCount Count)> Outcomes { get; init; }

    public required IReadOnlyList<(Guid Point, VisitCount Count)> Points { get; init; }

    public required IReadOnlyList<(string Form, VisitCount Count)> Forms { get; init; }

    public required IReadOnlyList<VisitBucket> Series { get; init; }

    public required Spread Waited { get; init; }

    public required Spread Walked { get; init; }

    public required Spread Talked { get; init; }

    public required IReadOnlyList<BookingCount> Bookings { get; init; }

    /// <summary>Matters by channel (list IntakeChannel), of those the reader may see.</summary>
    public required IReadOnlyList<(string Channel, int N)> Channels { get; init; }

    public required VisitRatings Ratings { get; init; }

    public required IReadOnlyList<LeaderVisits> Leaders { get; init; }

    /// <summary>Half-days a year (LEADER_RECEPTION_12).</summary>
    public required int Quota { get; init; }

    public required DateTime At { get; init; }

    public VisitCount Of(VisitFigure figure) => Figures.GetValueOrDefault(figure, VisitCount.None);

    /// <summary>Share in percent, or null where its n is too small to say anything.</summary>
    public decimal? Share(int hits, int n) => n < Least || n == 0 ? null : (decimal)hits * 100 / n;
}
