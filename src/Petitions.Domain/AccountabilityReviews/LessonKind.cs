namespace Petitions.Domain.AccountabilityReviews;

/// <summary>What is learnt from a review (domain.md row 48, seed feature 56).</summary>
public enum LessonKind
{
    Lesson,
    Training,
    RuleChange,
}
