using Microsoft.EntityFrameworkCore;
using Petitions.Domain;
using Petitions.Domain.Receptions;
using Petitions.Services.Receptions;

namespace Petitions.Services.Tests.Receptions;

/// <summary>The record of the conversation (journey J2 steps 3, 5; tester line c).</summary>
public sealed class TranscriptTests : DeskTest
{
    private static readonly TranscriptText Text = new() { Place = "一号接待室", Statement = "问：您反映什么问题？\n答：2019年的判决。", RightsTold = true, ReadBack = true };

    [Fact]
    public async Task Write_AfterTheSignature_MakesVersion2_AndTheSignedOneStays()
    {
        var visit = await StartedAsync();
        await WriteAsync(visit, Text with { ReadBack = false });
        await WriteAsync(visit, Text);
        await SignAsync(visit, SignatureWay.ThumbPrint, null);
        var silent = await Assert.ThrowsAsync<RuleBrokenException>(() => WriteAsync(visit, Text with { Statement = "改" }));
        await WriteAsync(visit, Text with { Statement = "改" }, "写漏了");

        var first = await ReadAsync(visit, 1);
        var second = await ReadAsync(visit, null);

        Assert.Equal("transcript.reason", silent.Code);
        Assert.Equal((Text.Statement, 1), (first!.Text.Statement, first.SignedVersion!.Value));
        Assert.Equal(Text.Digest(visit, 1), first.Digest);
        Assert.Equal((2, "改", null, 1), (second!.Number, second.Text.Statement, second.SignedAt, second.SignedVersion!.Value));
        Assert.Equal(["TranscriptSigned", "TranscriptCorrected"], (await FactsAsync(visit)).Where(kind => kind.StartsWith("Transcript", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Sign_NotReadBack_OrRefusedWithoutAReason_IsRefused()
    {
        var visit = await StartedAsync();
        await WriteAsync(visit, Text with { ReadBack = false });
        var unread = await Assert.ThrowsAsync<RuleBrokenException>(() => SignAsync(visit, SignatureWay.OnPaper, null));
        await WriteAsync(visit, Text);
        var silent = await Assert.ThrowsAsync<RuleBrokenException>(() => SignAsync(visit, SignatureWay.Refused, " "));
        await SignAsync(visit, SignatureWay.Refused, "不愿签名");

        Assert.Equal(("transcript.read-back", "transcript.refusal"), (unread.Code, silent.Code));
        Assert.Equal(SignatureWay.Refused, (await ReadAsync(visit, null))!.SignedBy);
    }

    [Fact]
    public async Task Write_BySomebodyElse_IsNotFound()
    {
        var visit = await StartedAsync();

        await Assert.ThrowsAsync<NotFoundException>(() => RunAsync<TranscriptService>(service => service.WriteAsync(visit, Text, null, Colleague, default)));
    }

    private async Task<Guid> StartedAsync() => (await RecordAsync(Visit() with { ReceiveNow = true })).Id;

    private Task WriteAsync(Guid visit, TranscriptText text, string? reason = null) => RunAsync<TranscriptService>(service => service.WriteAsync(visit, text, reason, Clerk, default));

    private Task SignAsync(Guid visit, SignatureWay way, string? note) => RunAsync<TranscriptService>(service => service.SignAsync(visit, way, note, Clerk, default));

    private Task<TranscriptSheet?> ReadAsync(Guid visit, int? number) => RunAsync<TranscriptService, TranscriptSheet?>(service => service.ReadAsync(visit, number, Clerk, default));
}
