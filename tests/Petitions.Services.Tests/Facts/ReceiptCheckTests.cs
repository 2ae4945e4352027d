using Petitions.Data.Keys;
using Petitions.Domain.Petitions;
using Petitions.Services.Facts;
using Microsoft.Extensions.DependencyInjection;

namespace Petitions.Services.Tests.Facts;

/// <summary>What a receipt's holder learns, and what a stranger does not.</summary>
public sealed class ReceiptCheckTests : SpineTest
{
    [Fact]
    public async Task Check_NumberAndHash_SaysSameAndKeepsAdditionsClosed()
    {
        var petition = await MatterAsync();

        var check = await CheckAsync(petition.Number, petition.ReceiptHash.ToUpperInvariant(), null);

        Assert.Equal((ReceiptVerdict.Same, petition.ReceivedAt, 2), (check.Verdict, check.FiledAt, check.Seq));
        Assert.Null(check.Additions);
    }

    [Fact]
    public async Task Check_WithTheQueryCode_ListsDatesOfAdditions()
    {
        var keys = Services.GetRequiredService<KeyRing>();
        var code = QueryCode.Derive(keys.CodeKey, Guid.NewGuid());
        var petition = await Given.Petition(filed => filed with { QueryCodeHash = code.Hash(keys.CodeKey) });
        await SupplyAsync(petition.Id);

        var check = await CheckAsync(petition.Number, petition.ReceiptHash, code.ToString());

        Assert.Equal([Clock.GetUtcNow().UtcDateTime], check.Additions);
    }

    [Fact]
    public async Task Check_WrongHashAndUnknownNumber_GiveTheSameAnswer()
    {
        var petition = await MatterAsync();

        var wrong = await CheckAsync(petition.Number, new string('0', 64), null);
        var unknown = await CheckAsync("QX-2222-2222", petition.ReceiptHash, null);
        var bare = await CheckAsync(petition.Number, null, null);

        Assert.Equal(new ReceiptCheck(ReceiptVerdict.NoMatch), wrong);
        Assert.Equal(wrong, unknown);
        Assert.Equal(wrong, bare);
    }

    [Fact]
    public async Task Check_ContentChangedBehindOurBack_SaysAltered()
    {
        var petition = await MatterAsync();
        await TamperAsync($"UPDATE petitions SET text = 'changed' WHERE id = {petition.Id}");

        Assert.Equal(ReceiptVerdict.Altered, (await CheckAsync(petition.Number, petition.ReceiptHash, null)).Verdict);
    }

    private Task<ReceiptCheck> CheckAsync(string? number, string? hash, string? code) =>
        RunAsync<ReceiptCheckService, ReceiptCheck>(service => service.CheckAsync(number, hash, code, null, default));
}
