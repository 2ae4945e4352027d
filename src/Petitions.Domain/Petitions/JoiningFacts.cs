using Petitions.Domain.Facts;

namespace Petitions.Domain.Petitions;

/// <summary>Joined to another matter (并案). Its petitioner reads the other number only where both are his.</summary>
public sealed record PetitionMerged(Guid PetitionId, Guid TargetId, string TargetNumber, bool SamePerson, [property: Erasable] string Reason) : Fact(PetitionId)
{
    public override string? PublicText => SamePerson ? TargetNumber : null;
}

/// <summary>Joining undone (撤销并案): the matter goes its own way again, with the limits it had.</summary>
public sealed record MergeUndone(Guid PetitionId, Guid TargetId, string TargetNumber, bool SamePerson, [property: Erasable] string Reason) : Fact(PetitionId)
{
    public override string? PublicText => SamePerson ? TargetNumber : null;
}

/// <summary>Linked as a repeat (关联为重复信访); own number and own dates stay.</summary>
public sealed record PetitionLinkedAsRepeat(Guid PetitionId, Guid EarlierId, string EarlierNumber, [property: Erasable] string Reason) : Fact(PetitionId);

/// <summary>Linked matter opened (建立关联事项): this one reviews the other. Recorded on the new matter, so that the old one stays as it was.</summary>
public sealed record LinkedMatterOpened(Guid PetitionId, Guid OtherId, string OtherNumber) : Fact(PetitionId)
{
    public override string? PublicText => OtherNumber;
}
