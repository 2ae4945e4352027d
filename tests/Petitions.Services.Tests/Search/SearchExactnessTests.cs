using Petitions.Domain.Search;
using Petitions.Services.Search;

namespace Petitions.Services.Tests.Search;

/// <summary>What the index finds is what a plain pass over the texts finds, for every phrase, in the same order.</summary>
public sealed class SearchExactnessTests : SearchTest
{
    private const int Matters = 600;

    private static readonly string[] Words =
    [
        "征地", "补偿", "征地补偿", "不服", "刑事", "申诉", "（2019）刑申字第88号", "88", "188", "派出所", "立案", "监督", "检察院", "，", "。", " ", "\n", "A4", "abc", "房屋", "拆迁", "𠮷野", "〇一", "赔偿", "判决", "的", "了", "人",
    ];

    [Fact]
    public async Task Find_EveryPhrase_EqualsThePlainPass()
    {
        // A fixed seed: the same corpus on both engines.
        var random = Corpus(17);
        var texts = Enumerable.Range(0, Matters).Select(_ => string.Concat(Enumerable.Range(0, 4 + random(40)).Select(_ => Words[random(Words.Length)]))).ToList();
        var start = Clock.GetUtcNow().UtcDateTime.AddDays(-200);
        var matters = await BulkAsync(Matters, (i, filed) => filed with { Text = texts[i] + "。" }, i => start.AddHours(i * 7));
        while (await IndexAsync() > 0)
        {
        }

        var norms = matters.Reverse().Select(matter => (matter.Number, Norm: SearchText.Norm(string.Join('\n', matter.Title, matter.Text, matter.Request)))).ToList();
        var asked = 0;
        foreach (var text in Queries(texts, random))
        {
            if (SearchQuery.Of(text) is not { IsWalk: false } query)
            {
                continue;
            }

            asked++;
            var expected = norms.Where(each => query.Matches(each.Norm)).Select(each => each.Number).ToList();
            Assert.Equal(expected, await AllPagesAsync(Director, text));
        }

        Assert.True(asked > 40, $"{asked} queries");
    }

    [Fact]
    public async Task Find_ASingleCharacter_WalksTheNewestAndSaysSo()
    {
        var start = Clock.GetUtcNow().UtcDateTime.AddDays(-100);
        var old = (await BulkAsync(1, (_, filed) => filed with { Text = "鼎盛" }, _ => start))[0];
        await BulkAsync(1_000, (i, filed) => filed with { Text = i == 500 ? "问鼎" : "其他" }, i => start.AddHours(1).AddMinutes(i));
        while (await IndexAsync() > 0)
        {
        }

        var first = await SearchAsync(Director, "鼎");
        var further = await SearchAsync(Director, "鼎", before: first.FurtherBack);

        Assert.Equal((SearchKind.Walk, 1), (first.Kind, first.Lines.Count));
        Assert.NotNull(first.FurtherBack);
        Assert.Equal([old.Number], further.Lines.Select(line => line.Number));
        Assert.Null(further.FurtherBack);
    }

    private static IEnumerable<string> Queries(List<string> texts, Func<int, int> random)
    {
        foreach (var word in Words)
        {
            yield return word;
        }

        for (var i = 0; i < 40; i++)
        {
            var text = texts[random(texts.Count)];
            var length = Math.Min(text.Length, new[] { 2, 4, 8, 13 }[i % 4]);
            yield return text.Substring(random(text.Length - length + 1), length);
        }

        yield return "征地 88";
        yield return "补偿 的 派出所";
        yield return "没有这句话";
    }

    /// <summary>A small generator with a seed, the same on every machine.</summary>
    private static Func<int, int> Corpus(uint seed) => below =>
    {
        seed = unchecked((seed * 1664525u) + 1013904223u);
        return (int)((seed >> 8) % (uint)below);
    };
}
