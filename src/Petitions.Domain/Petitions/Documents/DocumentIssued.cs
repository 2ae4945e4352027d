using Petitions.Domain.Facts;

namespace Petitions.Domain.Petitions.Documents;

/// <summary>Document numbered and issued (文书编号签发).</summary>
public sealed record DocumentIssued(Guid PetitionId, Guid DocumentId, string DocumentType, string? DocumentNumber) : Fact(PetitionId)
{
    public override string? PublicText => DocumentNumber;
}
