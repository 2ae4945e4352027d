namespace Petitions.Services.Retaliation;

/// <summary>The matter a member of staff reports on, and whether he may open it: a desk lists more than it opens.</summary>
public sealed record ToldMatter(string Number, bool Opens);
