using Petitions.Domain.AccountabilityReviews;

namespace Petitions.Services.AccountabilityReviews;

/// <summary>The checklist a review keeps, with the last answer to each step.</summary>
/// <param name="Number">Its version.</param>
/// <param name="Newest">The newest version of the office; a higher one changes nothing here.</param>
/// <param name="Steps">The steps.</param>
/// <param name="Answers">The last answer by number of the step.</param>
public sealed record ChecklistSheet(int Number, int Newest, IReadOnlyList<string> Steps, IReadOnlyDictionary<int, ReviewCheck> Answers);
