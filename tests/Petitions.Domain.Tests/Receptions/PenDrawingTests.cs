using Petitions.Domain.Receptions;

namespace Petitions.Domain.Tests.Receptions;

/// <summary>A drawn signature comes from a browser: only a sound one is taken, and it has one spelling.</summary>
public sealed class PenDrawingTests
{
    [Fact]
    public void Parse_ASoundDrawing_KeepsItsStrokes_AndIsWrittenTheSame()
    {
        var drawing = PenDrawing.Parse(""" { "s": [[1,2,0, 30,40,100, 5,6,50], [7,8,50, 9,10,50, 11,12,50]], "h": 100, "w": 200 } """);

        Assert.Equal((200, 100, 2), (drawing.Width, drawing.Height, drawing.Strokes.Count));
        Assert.Equal("M1 2L30 40L5 6", drawing.Strokes[0].Path);
        Assert.Equal(40, drawing.Strokes[0].Tenths);
        Assert.Equal("""{"h":100,"s":[[1,2,0,30,40,100,5,6,50],[7,8,50,9,10,50,11,12,50]],"w":200}""", drawing.Write());
        Assert.Equal(drawing.Write(), PenDrawing.Parse(drawing.Write()).Write());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("""{"w":200,"h":100}""")]
    [InlineData("""{"w":200,"h":100,"s":[]}""")]
    [InlineData("""{"w":200,"h":100,"s":[[]]}""")]
    [InlineData("""{"w":200,"h":100,"s":[[1,1,1]]}""")]
    [InlineData("""{"w":200,"h":100,"s":[[1,1,1,2,2,2,3,3,3,4,4,4,5,5,5,6,6]]}""")]
    [InlineData("""{"w":200,"h":100,"s":[[1,1,1,2,2,2,3,3,3,4,4,4,5,5,5,600,6,6]]}""")]
    [InlineData("""{"w":200,"h":100,"s":[[1,1,1,2,2,2,3,3,3,4,4,4,5,5,5,6,6,101]]}""")]
    [InlineData("""{"w":200,"h":100,"s":[[1.5,1,1,2,2,2,3,3,3,4,4,4,5,5,5,6,6,6]]}""")]
    [InlineData("""{"w":9,"h":100,"s":[[1,1,1,2,2,2,3,3,3,4,4,4,5,5,5,6,6,6]]}""")]
    [InlineData("""{"w":200,"h":100,"s":["<svg>"]}""")]
    public void Parse_AnythingElse_IsRefused(string? text) =>
        Assert.Equal("transcript.pen", Assert.Throws<RuleBrokenException>(() => PenDrawing.Parse(text)).Code);

    /// <summary>A record of before there were rows keeps its digest, word for word.</summary>
    [Fact]
    public void Digest_OfAnOldText_IsWhatItWas()
    {
        var old = new TranscriptText { Place = "接待室", Statement = "门面房被拆除。", Explanation = "已解释。", RightsTold = true, ReadBack = true };

        Assert.Equal(
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(
                """{"explanation":"已解释。","place":"接待室","readBack":true,"reception":"00000000-0000-0000-0000-000000000000","rightsTold":true,"statement":"门面房被拆除。","version":1}"""))),
            old.Digest(Guid.Empty, 1));
        Assert.NotEqual((old with { Rows = [new(TranscriptSpeaker.Line, "加一行")] }).Digest(Guid.Empty, 1), old.Digest(Guid.Empty, 1));
    }
}
