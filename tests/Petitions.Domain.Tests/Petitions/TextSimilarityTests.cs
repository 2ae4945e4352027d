using Petitions.Domain.Petitions;

namespace Petitions.Domain.Tests.Petitions;

public sealed class TextSimilarityTests
{
    [Theory]
    [InlineData("请求监督公安机关立案。", "请求监督公安机关立案。", 1)]
    [InlineData("请求监督公安机关立案", "请求，监督：公安机关\n立案！", 1)]
    [InlineData("ABC 123", "ａｂｃ１２３", 1)]
    [InlineData("甲乙丙", "丁戊己", 0)]
    [InlineData("甲", "甲", 0)]
    [InlineData("", "甲乙", 0)]
    public void Of_ComparesPairsOfCharacters(string one, string other, decimal expected)
    {
        Assert.Equal(expected, TextSimilarity.Of(one, other));
        Assert.Equal(expected, TextSimilarity.Of(other, one));
    }

    /// <summary>Three pairs each, two of them shared: 2 / 4.</summary>
    [Fact]
    public void Of_HalfTheSameWords_IsAHalf() => Assert.Equal(0.5m, TextSimilarity.Of("甲乙丙丁", "乙丙丁戊"));
}
