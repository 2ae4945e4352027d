using Petitions.Domain.Commitments;

namespace Petitions.Services.Commitments;

/// <summary>One promise as both sides read it.</summary>
/// <param name="Id">Of the promise.</param>
/// <param name="Kind">What is promised.</param>
/// <param name="DueOn">Last day; none for the petitioner's.</param>
/// <param name="Outcome">What became of it; null while nothing was said.</param>
/// <param name="On">Day of the deed, or of the date missed.</param>
/// <param name="DoneLateOn">Day on which a broken promise was made good.</param>
/// <param name="Judge">Who said so, where a person did.</param>
/// <param name="Note">In whose words.</param>
public sealed record PromiseLine(Guid Id, PromiseKind Kind, DateOnly? DueOn, PromiseOutcome? Outcome, DateOnly? On, DateOnly? DoneLateOn, string? Judge, string? Note);
