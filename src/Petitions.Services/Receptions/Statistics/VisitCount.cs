namespace Petitions.Services.Receptions.Statistics;

/// <summary>Visits and persons (批次、人次): a group of thirty is one and thirty.</summary>
public sealed record VisitCount(int Batches, int People)
{
    public static readonly VisitCount None = new(0, 0);

    public static VisitCount Sum(IEnumerable<VisitCount> counts) => counts.Aggregate(None, (sum, each) => new VisitCount(sum.Batches + each.Batches, sum.People + each.People));
}
