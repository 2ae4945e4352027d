using Petitions.Domain.AccountabilityReviews;

namespace Petitions.Services.Setup;

/// <summary>One finding of a demo review, and what the officer says to it.</summary>
public sealed record DemoFinding(string Factor, ReviewVerdict Verdict, string Text, string Statement);
