using System.Text.Json.Serialization;
using Petitions.Domain.Facts;

namespace Petitions.Domain.Petitions.Documents;

/// <summary>Document numbered and issued (文书编号签发). The petitioner reads the number of what goes to him, and of nothing else.</summary>
public sealed record DocumentIssued(Guid PetitionId, Guid DocumentId, string DocumentType, string? DocumentNumber, [property: JsonIgnore] bool ToPetitioner = true)
    : Fact(PetitionId)
{
    public override string? PublicText => ToPetitioner ? DocumentNumber : null;
}
