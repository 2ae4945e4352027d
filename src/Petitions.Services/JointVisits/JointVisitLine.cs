using System.Globalization;
using Petitions.Domain.JointVisits;

namespace Petitions.Services.JointVisits;

/// <summary>A joint visit in the list.</summary>
public sealed record JointVisitLine
{
    public required Guid Id { get; init; }

    public required JointVisitState State { get; init; }

    public required JointTrigger Trigger { get; init; }

    public int? Count { get; init; }

    public string? Purpose { get; init; }

    public DateTime? StartsAt { get; init; }

    public required DateTime ProposedAt { get; init; }

    public required IReadOnlyList<string> Numbers { get; init; }

    public required int Measures { get; init; }

    /// <summary>Open and past their date, or ended after it.</summary>
    public required int Late { get; init; }

    /// <summary>Where the next page goes on.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{ProposedAt.Ticks}.{Id:N}");
}
