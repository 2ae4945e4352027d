using Petitions.Domain.Facts;

namespace Petitions.Domain.JointVisits;

/// <summary>Sent to the political-legal committee or a superior office (报请协调). The petitioner reads to whom.</summary>
public sealed record EscalationSent(Guid PetitionId, Guid EscalationId, string ReceiverKind, Guid DocumentId, [property: Erasable] string Receiver) : Fact(PetitionId)
{
    public override string? PublicText => Receiver;
}

/// <summary>The answer came (收到协调意见).</summary>
public sealed record EscalationAnswered(Guid PetitionId, Guid EscalationId, DateOnly On, int Measures, [property: Erasable] string Answer) : Fact(PetitionId);
