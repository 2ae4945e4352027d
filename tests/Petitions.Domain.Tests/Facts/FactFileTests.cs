using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;

namespace Petitions.Domain.Tests.Facts;

/// <summary>An exported file is checked with nothing but its bytes and a public key.</summary>
public sealed class FactFileTests : IDisposable
{
    private static readonly DateTime Start = new(2026, 3, 2, 0, 30, 0, DateTimeKind.Utc);
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public void Dispose() => key.Dispose();

    [Xunit.Fact]
    public async Task Verify_RandomChains_AreClean()
    {
        await Gen.Select(Gen.Int[1, 8].Array[1, 5], Gen.String[1, 40]).SampleAsync(async (lengths, text) =>
        {
            var chains = lengths.Select(length => Chain(length, text)).ToList();

            var result = await VerifyAsync(await ExportAsync(chains));

            Assert.Empty(result.Findings);
            Assert.Equal(lengths.Sum(), result.Facts);
        }, iter: 50);
    }

    [Xunit.Fact]
    public async Task Verify_AnyByteFlipped_IsFound()
    {
        var whole = await ExportAsync([Chain(3)]);
        for (var i = 0; i < whole.Length; i++)
        {
            var flipped = whole.ToArray();
            flipped[i] ^= (byte)(1 << (i % 8));

            var result = await VerifyAsync(flipped);

            Assert.False(result.IsClean, $"A flip at byte {i} was not seen.");
        }
    }

    [Xunit.Fact]
    public async Task Verify_DataChangedAndFileSealedAnew_NamesTheLine()
    {
        var chain = Chain(4);
        var lines = chain.Lines.ToList();
        lines[2] = lines[2] with { Line = lines[2].Line with { Data = "{\"reason\":\"other\"}" } };

        var finding = Assert.Single((await VerifyAsync(await ExportAsync([chain with { Lines = lines }]))).Findings);

        Assert.Equal((FindingKind.Changed, 3, chain.SubjectId), (finding.Kind, finding.Seq, finding.SubjectId));
        Assert.Equal((lines[1].Line.At, lines[2].Line.At), (finding.From, finding.To));
    }

    [Xunit.Fact]
    public async Task Verify_TimeChanged_NamesTheField()
    {
        var chain = Chain(3);
        var lines = chain.Lines.ToList();
        lines[1] = lines[1] with { Line = lines[1].Line with { At = lines[1].Line.At.AddDays(-3) } };

        var finding = Assert.Single((await VerifyAsync(await ExportAsync([chain with { Lines = lines }]))).Findings);

        Assert.Equal((FindingKind.Changed, 2, "at"), (finding.Kind, finding.Seq, finding.Field));
    }

    [Xunit.Fact]
    public async Task Verify_WrongTrustedKey_IsFound()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var file = await ExportAsync([Chain(2)]);

        var result = await FactFile.VerifyAsync(new MemoryStream(file), new Dictionary<string, string> { ["sign-t"] = other.ExportSubjectPublicKeyInfoPem() }, [], default);

        Assert.Equal(FindingKind.SignatureWrong, Assert.Single(result.Findings).Kind);
    }

    [Xunit.Fact]
    public async Task Verify_WithoutItsEnd_IsDamaged()
    {
        var file = Encoding.UTF8.GetString(await ExportAsync([Chain(2)]));
        var cut = file[..(file.TrimEnd('\n').LastIndexOf('\n') + 1)];

        var result = await VerifyAsync(Encoding.UTF8.GetBytes(cut));

        Assert.Equal(FindingKind.FileDamaged, Assert.Single(result.Findings).Kind);
    }

    [Theory]
    [InlineData("insert", FindingKind.Inserted, 3)]
    [InlineData("delete", FindingKind.Deleted, 3)]
    [InlineData("exchange", FindingKind.Reordered, 2)]
    [InlineData("cut", FindingKind.TailCut, 5)]
    public async Task Verify_NumberedAnew_StillNamesThePlace(string drill, FindingKind kind, int seq)
    {
        var chain = Chain(6);
        var lines = chain.Lines.ToList();
        switch (drill)
        {
            case "insert":
                // The best a forger without the key can do: a right hash of his own line, the rest moved up.
                var forged = lines[2].Line with { Id = Guid.CreateVersion7(new DateTimeOffset(lines[2].Line.At)), Data = "{}" };
                lines.Insert(2, new ChainLine(forged, forged.HashAfter(lines[1].Hash)));
                break;
            case "delete":
                lines.RemoveAt(2);
                break;
            case "exchange":
                (lines[1], lines[2]) = (lines[2], lines[1]);
                break;
            default:
                lines.RemoveRange(4, 2);
                break;
        }

        lines = [.. lines.Select((line, i) => line with { Line = line.Line with { Seq = i + 1 } })];

        var first = (await VerifyAsync(await ExportAsync([chain with { Lines = lines }]))).Findings[0];

        Assert.Equal((kind, seq, chain.SubjectId), (first.Kind, first.Seq, first.SubjectId));
    }

    private ChainCopy Chain(int length, string text = "RT")
    {
        var id = Guid.CreateVersion7(new DateTimeOffset(Start));
        var lines = new List<ChainLine>();
        byte[] hash = [];
        for (var i = 1; i <= length; i++)
        {
            var record = FactRecord.Of(new PetitionRouted(id, text + i, id, id), Actor.System, Start.AddMinutes(i));
            record.Append(i, hash);
            hash = record.Hash;
            lines.Add(new ChainLine(FactLine.Of(record), hash));
        }

        var head = ChainHead.Start(FactSubject.Petition, id);
        head.Advance(length, hash);
        head.Sign(Sign);
        return new ChainCopy(FactSubject.Petition, id, new HeadCopy(head.Seq, head.Hash, head.Signature, head.KeyId), lines);
    }

    private (byte[] Signature, string KeyId) Sign(byte[] data) => (key.SignData(data, HashAlgorithmName.SHA256), "sign-t");

    private async Task<byte[]> ExportAsync(IReadOnlyList<ChainCopy> chains)
    {
        using var stream = new MemoryStream();
        using var writer = new FactFileWriter(stream);
        await writer.HeaderAsync(Start, default);
        await writer.KeyAsync("sign-t", key.ExportSubjectPublicKeyInfoPem(), default);
        foreach (var chain in chains)
        {
            await writer.ChainAsync(chain, default);
        }

        await writer.EndAsync(default);
        return stream.ToArray();
    }

    private static Task<VerificationResult> VerifyAsync(byte[] file) => FactFile.VerifyAsync(new MemoryStream(file), null, [], default);
}
