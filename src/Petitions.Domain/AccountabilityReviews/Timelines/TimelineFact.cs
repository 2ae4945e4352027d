using System.Globalization;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;

namespace Petitions.Domain.AccountabilityReviews.Timelines;

/// <summary>A line of the log as the timeline of a review reads it: nothing of it was typed for the review.</summary>
public sealed record TimelineFact
{
    public required Guid Id { get; init; }

    public required int Seq { get; init; }

    public required string Kind { get; init; }

    public required DateTime At { get; init; }

    /// <summary>The legal day it counts from.</summary>
    public required DateOnly On { get; init; }

    public required ActorKind ActorKind { get; init; }

    public Guid? ActorId { get; init; }

    public Guid? DepartmentId { get; init; }

    /// <summary>Its own fields that are plain values, by name.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    /// <summary>The day of Asia/Shanghai it happened on.</summary>
    public DateOnly Day => ChinaTime.DateOf(At);

    public Guid? IdOf(string name) => Values.TryGetValue(name, out var text) && Guid.TryParse(text, out var id) ? id : null;

    public DateOnly? DayOf(string name) =>
        Values.TryGetValue(name, out var text) && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public int? NumberOf(string name) => Values.TryGetValue(name, out var text) && int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;
}
