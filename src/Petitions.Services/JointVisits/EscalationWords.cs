using Petitions.Data.Keys;
using Petitions.Domain.Petitions;

namespace Petitions.Services.JointVisits;

/// <summary>What must not stand in a text that leaves the house, and the time of the act.</summary>
public sealed class EscalationWords(ColumnProtector protector, TimeProvider clock)
{
    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Sealed name, numbers, addresses of everybody on the petitioner's side.</summary>
    public IEnumerable<string?> SecretsOf(Petition petition) => petition.Parties.Where(party => party.Identity is not null)
        .Select(party => protector.UnprotectBlock(party.Identity!))
        .SelectMany(block => new[] { block.SealedName, block.IdNumber, block.Phone, block.Email, block.Address });
}
