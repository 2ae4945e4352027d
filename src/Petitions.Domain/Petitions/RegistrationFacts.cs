using Petitions.Domain.Facts;

namespace Petitions.Domain.Petitions;

/// <summary>Petition reached the office (收到信访); carries the legal date of receipt, the start of every receipt clock.</summary>
public sealed record PetitionReceived(Guid PetitionId, string Channel, DateOnly ReceivedOn, DateOnly? PostmarkOn) : Fact(PetitionId)
{
    public override DateOnly? CountsFrom => ReceivedOn;
}

/// <summary>Entered in the register (登记), with the hash the receipt shows.</summary>
public sealed record PetitionRegistered(Guid PetitionId, string Number, Guid OfficeId, Guid? ServicePointId, string Category, string? SubCategory, string IdentityMode, string ReceiptHash) : Fact(PetitionId);

/// <summary>Materials or text supplied by the petitioner (收到补充材料).</summary>
public sealed record MaterialsSupplied(Guid PetitionId, Guid AdditionId, [property: Erasable] string Text) : Fact(PetitionId);

/// <summary>Withdrawn by the petitioner's own act (撤回).</summary>
public sealed record PetitionWithdrawn(Guid PetitionId, [property: Erasable] string? Reason) : Fact(PetitionId);

/// <summary>Withdrawal taken back (恢复办理).</summary>
public sealed record WithdrawalTakenBack(Guid PetitionId) : Fact(PetitionId);
