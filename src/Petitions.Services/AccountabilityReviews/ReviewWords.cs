using Petitions.Data;
using Petitions.Domain;

namespace Petitions.Services.AccountabilityReviews;

/// <summary>Chinese words for the documents of reviews (<c>review_words.csv</c>): documents of the office are Chinese, whatever the page is.</summary>
internal static class ReviewWords
{
    private static readonly Dictionary<string, string> Words = CsvTable.Embedded(typeof(PetitionsDbContext), "review_words.csv").ToDictionary(row => row["code"], row => row["zh"]);

    /// <summary>The word for a value of an enum of reviews, such as LiabilityMeasure.Correction.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => Words[$"{typeof(T).Name}.{value}"];

    public static string Of(string code) => Words[code];
}
