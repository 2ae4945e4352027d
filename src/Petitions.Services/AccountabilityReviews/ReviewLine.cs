using System.Globalization;
using Petitions.Domain.AccountabilityReviews;

namespace Petitions.Services.AccountabilityReviews;

/// <summary>A review in the list.</summary>
public sealed record ReviewLine(Guid Id, string Number, string Category, ReviewState State, DateTime ProposedAt, IReadOnlyList<string> Triggers, DateOnly? DueOn)
{
    /// <summary>Where the next page goes on.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{ProposedAt.Ticks}.{Id:N}");
}
