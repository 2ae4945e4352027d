using Petitions.Domain.Facts;

namespace Petitions.Domain.Commitments;

/// <summary>Commitment offered (提出双向承诺).</summary>
public sealed record CommitmentOffered(Guid CommitmentId, Guid PetitionId, DateOnly EndOn) : Fact(CommitmentId);

/// <summary>Commitment declined (不签承诺); it has no effect on anything.</summary>
public sealed record CommitmentDeclined(Guid CommitmentId, Guid PetitionId) : Fact(CommitmentId);

/// <summary>Commitment signed (签订承诺); names the end date.</summary>
public sealed record CommitmentSigned(Guid CommitmentId, Guid PetitionId, DateOnly EndOn, CommitmentWay Way, Guid? DocumentId) : Fact(CommitmentId)
{
    public override DateOnly? NamedDue => EndOn;

    public override Guid? TopicId => CommitmentId;
}

/// <summary>One promise of the office with its date (单项承诺).</summary>
public sealed record CommitmentPromiseMade(Guid CommitmentId, Guid PetitionId, Guid PromiseId, PromiseKind Promise, DateOnly DueOn) : Fact(CommitmentId)
{
    public override DateOnly? NamedDue => DueOn;

    public override Guid? TopicId => PromiseId;
}

/// <summary>Promise kept (履行承诺): the office's by the log, also when it came late; the petitioner's by the word of a person.</summary>
public sealed record CommitmentPromiseKept(
    Guid CommitmentId, Guid PetitionId, Guid PromiseId, PromiseSide Side, PromiseKind Promise, DateOnly On, bool Late, [property: Erasable] string? Note) : Fact(CommitmentId)
{
    public override DateOnly? CountsFrom => On;

    public override Guid? TopicId => PromiseId;
}

/// <summary>Promise of the office broken (未履行承诺): its day ended at 24:00 without the deed. A trigger of an accountability review.</summary>
public sealed record CommitmentPromiseBroken(Guid CommitmentId, Guid PetitionId, Guid PromiseId, PromiseKind Promise, DateOnly DueOn) : Fact(CommitmentId)
{
    public override Guid? TopicId => PromiseId;
}

/// <summary>Commitment ended (承诺失效), with the cause. It ends every clock of its promises.</summary>
public sealed record CommitmentLapsed(Guid CommitmentId, Guid PetitionId, CommitmentEnd Cause, DateOnly On) : Fact(CommitmentId)
{
    public override DateOnly? CountsFrom => On;
}
