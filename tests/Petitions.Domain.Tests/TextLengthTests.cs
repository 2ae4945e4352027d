using Petitions.Domain.People;

namespace Petitions.Domain.Tests;

/// <summary>Lengths as the reader counts them (UX-019, UX-021) and dates as people write them (UX-023).</summary>
public sealed class TextLengthTests
{
    [Theory]
    [InlineData("\u4e70\u4e70\u63d0\u00b7\u963f\u4e0d\u90fd\u62c9", 8)]
    [InlineData("\U00020BB7", 1)]
    [InlineData("e\u0301", 1)]
    public void Elements_CountsWhatIsSeen(string text, int expected) => Assert.Equal(expected, TextLength.Elements(text));

    [Fact]
    public void Fits_RareCharacters_CountOnceEach()
    {
        var rare = string.Concat(Enumerable.Repeat("\U00020BB7", 2000));

        Assert.True(TextLength.Fits(rare, 2000, 2000));
        Assert.False(TextLength.Fits(rare + "\U00020BB7", 2000, 3000));
    }

    [Fact]
    public void RequireText_RareCharacters_CountOnceEach() =>
        Assert.Equal(200, Rule.RequireText(string.Concat(Enumerable.Repeat("\U00020BB7", 100)), 100, "x").Length);

    [Fact]
    public void Lines_OfABrowser_CountOnce() => Assert.Equal("a\nb\nc", TextLength.Lines("a\r\nb\rc"));

    [Theory]
    [InlineData("2026-1-5")]
    [InlineData("2026/1/5")]
    [InlineData("2026.01.05")]
    [InlineData("2026\u5e741\u67085\u65e5")]
    [InlineData(" 2026 - 01 - 05 ")]
    public void RememberedDate_AnyUsualForm_IsTheDay(string typed) => Assert.Equal(new DateOnly(2026, 1, 5), RememberedDate.TryParse(typed));

    [Theory]
    [InlineData("2026-2-30")]
    [InlineData("5/1")]
    [InlineData("26-1-5")]
    [InlineData("")]
    public void RememberedDate_NoDay_IsNull(string typed) => Assert.Null(RememberedDate.TryParse(typed));
}
