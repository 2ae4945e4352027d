using Petitions.Domain.People;

namespace Petitions.Domain.Tests.People;

/// <summary>Identity numbers after GB 11643 (UX-017, UX-018; journey J1 (d)).</summary>
public sealed class IdCardNumberTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Theory]
    [InlineData("990101199003070015")]
    [InlineData("990101 19900307 0015")]
    [InlineData("９９０１０１１９９００３０７００１５")]
    public void Read_RightNumber_KeepsEighteenCharacters(string typed)
    {
        var (number, problem) = IdCardNumber.Read(typed, Today);

        Assert.Null(problem);
        Assert.Equal("990101199003070015", number!.Value);
    }

    [Fact]
    public void Read_LowerCaseX_IsTheCheckDigitX()
    {
        var typed = Enumerable.Range(1, 999).Select(n => $"99010119900307{n:000}x").First(t => IdCardNumber.Read(t, Today).Number is not null);

        Assert.EndsWith("X", IdCardNumber.Read(typed, Today).Number!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_EveryOtherLastCharacter_NamesTheCheckDigit()
    {
        var wrong = "0123456789X".Where(c => c != '5').Select(c => IdCardNumber.Read("99010119900307001" + c, Today).Problem);

        Assert.All(wrong, problem => Assert.Equal(IdCardProblem.CheckDigit, problem));
    }

    [Theory]
    [InlineData("", IdCardProblem.Length)]
    [InlineData(null, IdCardProblem.Length)]
    [InlineData("9901011990030700", IdCardProblem.Length)]
    [InlineData("99010119900307001A", IdCardProblem.Characters)]
    [InlineData("9901011990030X0015", IdCardProblem.Characters)]
    [InlineData("990101199013070015", IdCardProblem.Date)]
    [InlineData("990101209903070015", IdCardProblem.Date)]
    public void Read_WrongForm_SaysWhatIsWrong(string? typed, IdCardProblem expected) =>
        Assert.Equal(expected, IdCardNumber.Read(typed, Today).Problem);
}
