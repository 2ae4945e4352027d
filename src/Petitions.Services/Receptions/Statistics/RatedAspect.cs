namespace Petitions.Services.Receptions.Statistics;

/// <summary>One aspect (list RatingAspect) of all ratings; who did not answer is in none of the three (domain.md section 6).</summary>
public sealed record RatedAspect(string Aspect, int Satisfied, int BasicallySatisfied, int Dissatisfied);
