using CsCheck;
using Petitions.Domain.Search;

namespace Petitions.Domain.Tests.Search;

/// <summary>One tokenizer for both engines: what is a phrase of a text is found in it, and nothing else is.</summary>
public sealed class SearchTextTests
{
    // Common and rare characters, words, widths, breaks, what is invisible, half a character.
    private static readonly string[] Pieces =
    [
        "征", "地", "补", "偿", "不", "合", "法", "院", "〇", "々", "𠮷", "𤭢", "\uE123", "，", "。", "（", "）", " ", "\n", "%", "_", "\\", "'", "88", "188", "８", "A", "ａ", "b4", "é", "e\u0301",
        "\u200B", "\uFE0F", "\uD800", "①", "ﬁ", "ཀི", "ئۇ", "\0", "Ⅷ",
    ];

    private static readonly Gen<string> Texts = Gen.Int[0, Pieces.Length - 1].Select(place => Pieces[place]).Array[0, 60].Select(string.Concat);

    [Theory]
    [InlineData("（2019）刑申字第88号", " 2019 刑申字第 88 号 ")]
    [InlineData("ＡＢＣ１２３", " abc123 ")]
    [InlineData("征地，补偿", " 征地 补偿 ")]
    [InlineData("  ", "")]
    [InlineData("%_\\'", "")]
    [InlineData(null, "")]
    [InlineData("A\u200BB", " ab ")]
    [InlineData("葛\uDB40\uDD00", " 葛 ")]
    [InlineData("𠮷野家", " 𠮷野家 ")]
    [InlineData("㎡和①", " m2 和 1 ")]
    [InlineData("x", " x ")]
    public void Norm_OfText_IsRunsBetweenSpaces(string? text, string norm) => Assert.Equal(norm, SearchText.Norm(text));

    [Fact]
    public void Norm_OfItself_IsItself() =>
        Texts.Sample(text => Assert.Equal(SearchText.Norm(text), SearchText.Norm(SearchText.Norm(text))));

    [Fact]
    public void Phrase_OfAText_MatchesItByTextByKeysAndByTokens() =>
        Gen.Select(Texts, Gen.Int[0, 1000], Gen.Int[0, 1000]).Sample((text, at, length) =>
        {
            var norm = SearchText.Norm(text);
            if (PhraseIn(norm, at, length) is not { } typed)
            {
                return;
            }

            var phrase = SearchPhrase.Of(typed)!;
            Assert.True(phrase.Matches(norm), $"'{typed}' in '{norm}'");
            Assert.Subset(SearchKeys.Of(norm).ToHashSet(), phrase.Keys.ToHashSet());
            Assert.True(Follow(SearchTokens.Of(norm), phrase), $"tokens of '{typed}' in '{norm}'");
        });

    [Fact]
    public void Tokens_Always_SayTheSameAsTheText() =>
        Gen.Select(Texts, Texts).Sample((text, other) =>
        {
            var norm = SearchText.Norm(text);
            if (SearchPhrase.Of(other.Length > 4 ? other[..4] : other) is { } phrase)
            {
                Assert.Equal(phrase.Matches(norm), Follow(SearchTokens.Of(norm), phrase));
                Assert.True(!phrase.Matches(norm) || phrase.Keys.All(SearchKeys.Of(norm).Contains));
            }
        });

    [Fact]
    public void Pair_OfTwoCommonCharacters_IsExactByItsKeyAlone() =>
        Gen.Select(Gen.Int[0x3400, 0x9FFF], Gen.Int[0x3400, 0x9FFF], Gen.Int[0x3400, 0x9FFF]).Sample((a, b, c) =>
        {
            // 4DC0..4DFF are hexagrams, no characters.
            if (new[] { a, b, c }.Any(code => code is >= 0x4DC0 and <= 0x4DFF))
            {
                return;
            }

            var phrase = SearchPhrase.Of($"{(char)a}{(char)b}")!;
            Assert.True(phrase.IsPair);
            var norm = SearchText.Norm($"{(char)b}{(char)c}，w{(char)a}");
            Assert.Equal(phrase.Matches(norm), phrase.Keys.All(SearchKeys.Of(norm).Contains));
        });

    [Theory]
    [InlineData("88", "188号", false)]
    [InlineData("88", "第88号", true)]
    [InlineData("征地补偿", "征地，补偿", false)]
    [InlineData("字第88号", "（2019）刑申字第８８号决定", true)]
    [InlineData("8号", "第88号", false)]
    [InlineData("𠮷野", "𠮷野家", true)]
    [InlineData("〇一", "二〇一九", true)]
    public void Matches_Examples(string typed, string text, bool found)
    {
        var norm = SearchText.Norm(text);
        var phrase = SearchPhrase.Of(typed)!;

        Assert.Equal(found, phrase.Matches(norm));
        Assert.Equal(found, Follow(SearchTokens.Of(norm), phrase));
    }

    [Fact]
    public void Keys_OfRareCharacters_AreHashedWhereNoExactKeyLies()
    {
        foreach (var key in SearchKeys.Of(SearchText.Norm("𠮷野 二〇一 word \uE123\uE124")).Where(key => key is < 0x3400 or > 0x9FFF))
        {
            Assert.True(key is >= 0x10000 and <= 0x3300FFFF || key == unchecked((0x91CE << 16) | 0), $"{key:x}");
        }

        Assert.False(SearchPhrase.Of("〇一")!.IsPair);
        Assert.Equal(-((2026 * 12) + 11), SearchKeys.Month(new DateOnly(2026, 11, 3)));
    }

    [Fact]
    public void Query_SplitsByWhiteSpace_AndAllMustMatch()
    {
        var query = SearchQuery.Of(" 征地 补偿　88 征地 ，")!;

        Assert.Equal(["征地", "补偿", " 88 "], query.Phrases.Select(phrase => phrase.Part));
        Assert.True(query.Matches(SearchText.Norm("补偿88，征地")));
        Assert.False(query.Matches(SearchText.Norm("补偿，征地")));
        Assert.Null(SearchQuery.Of(" ，。 "));
        Assert.Null(SearchQuery.Of(null));
        Assert.True(SearchQuery.Of("征")!.IsWalk);
        Assert.False(SearchQuery.Of("征 补偿")!.IsWalk);
        Assert.False(SearchQuery.Of("x")!.IsWalk);
        Assert.Equal(SearchQuery.PhrasesMax, SearchQuery.Of(string.Join(' ', Enumerable.Range(10, 50)))!.Phrases.Count);
    }

    /// <summary>A piece of a normal form that begins and ends where a Chinese character or a word does.</summary>
    private static string? PhraseIn(string norm, int at, int length)
    {
        var atoms = SearchText.Runs(norm).SelectMany(run => SearchText.IsHan(run)
            ? run.EnumerateRunes().Select((rune, place) => (Text: rune.ToString(), Joined: place > 0))
            : [(Text: run, Joined: false)]).ToList();
        if (atoms.Count == 0)
        {
            return null;
        }

        var from = at % atoms.Count;
        var some = atoms.Skip(from).Take(1 + (length % 6)).ToList();
        // White space would split a query; a comma is a break as well.
        return string.Concat(some.Select((atom, place) => (place > 0 && !atom.Joined ? "，" : "") + atom.Text));
    }

    private static bool Follow(string tokens, SearchPhrase phrase)
    {
        var all = tokens.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Enumerable.Range(0, Math.Max(0, all.Length - phrase.Tokens.Count + 1)).Any(from => phrase.Tokens
            .Select((token, place) => phrase.EndsInSingle && place == phrase.Tokens.Count - 1
                ? all[from + place].StartsWith(token, StringComparison.Ordinal)
                : all[from + place] == token)
            .All(same => same));
    }
}
