using Petitions.Domain.Facts;
using Petitions.Domain.JointVisits;

namespace Petitions.Services.Petitions;

/// <summary>A fact as a timeline needs it; its data only where the line names what it speaks of, and of a table that was called how it stands now.</summary>
public sealed record TimelineRow(
    int Seq, DateTime At, string Kind, string? PublicText, FactVisibility Visibility, Guid? ActorId, string? Data, JointVisitState? Table, DateOnly? TableDay);
