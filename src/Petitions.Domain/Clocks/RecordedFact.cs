namespace Petitions.Domain.Clocks;

/// <summary>What the clocks read of a fact: its kind, its legal date and the dates it names.</summary>
public sealed record RecordedFact(string Kind, DateOnly On)
{
    /// <summary>The due date named in the fact (promise, plan, minutes); wins where the rule says due_from_fact.</summary>
    public DateOnly? NamedDueOn { get; init; }

    /// <summary>The planned day (hearing, joint visit, open day) that clocks counting back start from.</summary>
    public DateOnly? PlannedOn { get; init; }

    /// <summary>The measure, promise or contribution the fact is about; null for the matter itself.</summary>
    public Guid? TopicId { get; init; }
}
