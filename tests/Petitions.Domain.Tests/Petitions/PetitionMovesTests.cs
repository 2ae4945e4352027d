using Petitions.Domain.Petitions;

namespace Petitions.Domain.Tests.Petitions;

public sealed class PetitionMovesTests
{
    [Fact]
    public void Table_OfMoves_LeavesNoStateWithoutAWayOutButTheLast()
    {
        var closedEnds = Enum.GetValues<PetitionState>().Where(state => PetitionMoves.All.All(move => move.From != state));

        Assert.Equal([PetitionState.Archived], closedEnds);
    }

    [Fact]
    public void Require_MoveNotInTheTable_Throws()
    {
        var refusal = Assert.Throws<RuleBrokenException>(() => PetitionMoves.Require(PetitionState.Registered, "Accept"));

        Assert.Equal("petition.wrong-state", refusal.Code);
    }

    [Theory]
    [InlineData("QX-7K3M-9FTD")]
    [InlineData(" qx 7k3m 9ftd ")]
    [InlineData("ｑｘ－７ｋ３ｍ－９ｆｔｄ")]
    public void Number_TypedInAnyForm_IsUnderstood(string typed) =>
        Assert.Equal("QX-7K3M-9FTD", PetitionNumber.TryParse(typed)?.Value);

    /// <summary>Journey J1 e: nothing in a number is taken for something else when it is read out or copied.</summary>
    [Fact]
    public void Number_New_HasNoCharacterThatLooksLikeAnother() =>
        Assert.All(Enumerable.Range(0, 500).Select(_ => PetitionNumber.New("QX").Value), number => Assert.Matches("^QX-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$", number));

    [Fact]
    public void QueryCode_OfOneSubmissionKey_IsAlwaysTheSame()
    {
        var key = new byte[32];
        var submission = Guid.NewGuid();

        var first = QueryCode.Derive(key, submission);
        var again = QueryCode.Derive(key, submission);

        Assert.Equal(first, again);
        Assert.Matches("^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$", first.ToString());
        Assert.NotEqual(first, QueryCode.Derive(key, Guid.NewGuid()));
    }
}
