using Petitions.Domain.Petitions;
using Petitions.Services.Petitions.Screening;

namespace Petitions.Services.JointVisits;

/// <summary>What must not stand in a text that leaves the house, and the time of the act.</summary>
public sealed class EscalationWords(OutgoingTexts outgoing, TimeProvider clock)
{
    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <exception cref="Domain.RuleBrokenException">transfer.identity-in-extract</exception>
    public void RequireNoIdentity(Petition petition, params IReadOnlyList<string> texts) => outgoing.RequireNoIdentity(petition, texts);
}
