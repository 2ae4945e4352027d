namespace Petitions.Domain.Commitments;

/// <summary>
/// One promise of one side, as it was offered. Its row is only ever added: nobody can change a word or a date of it, not
/// even in the database; what became of it stands in rows of its own (journey J16, tester a).
/// </summary>
public sealed class CommitmentPromise
{
    private readonly List<PromiseResult> results = [];

    private CommitmentPromise()
    {
    }

    public Guid Id { get; private set; }

    public Guid CommitmentId { get; private set; }

    public PromiseSide Side { get; private set; }

    public PromiseKind Kind { get; private set; }

    /// <summary>Last day, until 24:00 in Asia/Shanghai. The petitioner's promises have none.</summary>
    public DateOnly? DueOn { get; private set; }

    public IReadOnlyList<PromiseResult> Results => results;

    public PromiseResult? Kept => results.Find(result => result.Outcome == PromiseOutcome.Kept);

    public PromiseResult? Broken => results.Find(result => result.Outcome == PromiseOutcome.Broken);

    public PromiseResult? DoneLate => results.Find(result => result.Outcome == PromiseOutcome.DoneLate);

    public bool IsOpen => results.Count == 0;

    internal static CommitmentPromise Of(Guid commitmentId, PromiseSide side, PromiseKind kind, DateOnly? dueOn, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(new DateTimeOffset(now)),
        CommitmentId = commitmentId,
        Side = side,
        Kind = kind,
        DueOn = dueOn,
    };

    internal void Add(PromiseResult result) => results.Add(result);
}
