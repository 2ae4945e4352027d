using Petitions.Domain;
using Petitions.Services.Reference;

namespace Petitions.Services.Ratings;

/// <summary>The three steps (list Satisfaction) of whatever is rated.</summary>
public sealed class RatingScale(ReferenceCatalog reference)
{
    /// <exception cref="RuleBrokenException">rating.step for what is no step, and for "not evaluated": nobody says that of himself.</exception>
    public void Require(params IEnumerable<string?> steps)
    {
        foreach (var step in steps)
        {
            Rule.Require(step is not null && reference.Holds("Satisfaction", step) && reference.Flag("Satisfaction", step, "counts"), "rating.step");
        }
    }
}
