using Petitions.Domain.Facts;

namespace Petitions.Domain.Retaliation;

/// <summary>Retaliation reported (报告打击报复); never on a timeline of the unit that might be concerned.</summary>
public sealed record RetaliationReported(Guid PetitionId, Guid ReportId, RetaliationSource Source, [property: Erasable] string Text) : Fact(PetitionId);

/// <summary>Leader's instruction (领导批示): what is done about a report.</summary>
public sealed record LeaderInstructionGiven(Guid PetitionId, Guid ReportId, [property: Erasable] string Text) : Fact(PetitionId);
