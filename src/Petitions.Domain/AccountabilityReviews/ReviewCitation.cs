namespace Petitions.Domain.AccountabilityReviews;

/// <summary>One fact a finding rests on; the database holds that it is there.</summary>
public sealed class ReviewCitation
{
    private ReviewCitation()
    {
    }

    public Guid FindingId { get; private set; }

    public Guid FactId { get; private set; }

    /// <summary>Its place in the chain, as the timeline shows it.</summary>
    public int Seq { get; private set; }

    public string Kind { get; private set; } = "";

    public DateTime At { get; private set; }

    internal static ReviewCitation Of(Guid findingId, CitedFact fact) =>
        new() { FindingId = findingId, FactId = fact.FactId, Seq = fact.Seq, Kind = fact.Kind, At = fact.At };
}
