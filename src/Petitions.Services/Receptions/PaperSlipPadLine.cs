namespace Petitions.Services.Receptions;

/// <summary>A printed pad in a list, with those of its slips that were entered.</summary>
public sealed record PaperSlipPadLine(Guid Id, int First, int Last, DateTime PrintedAt, string PrintedBy, IReadOnlyList<PaperSlipLine> Entered)
{
    /// <summary>Numbers below the highest entered one that nobody entered: a slip that may lie about.</summary>
    public IReadOnlyList<int> Skipped => Entered.Count == 0 ? [] : [.. Enumerable.Range(First, Entered[^1].Number - First).Except(Entered.Select(slip => slip.Number))];
}
