using Petitions.Domain.Receptions;

namespace Petitions.Services.Receptions;

/// <summary>A step of the visit.</summary>
public sealed record VisitStep(ReceptionStepKind Kind, DateTime At, int? Counter);
