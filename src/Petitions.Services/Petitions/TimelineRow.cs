using Petitions.Domain.Facts;

namespace Petitions.Services.Petitions;

/// <summary>A fact as a timeline needs it; its data only where the line names what it speaks of.</summary>
public sealed record TimelineRow(int Seq, DateTime At, string Kind, string? PublicText, FactVisibility Visibility, Guid? ActorId, string? Data);
