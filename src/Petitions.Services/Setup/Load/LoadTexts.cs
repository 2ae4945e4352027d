using System.Globalization;
using System.Text;

namespace Petitions.Services.Setup.Load;

/// <summary>Invented Chinese texts: clauses of words drawn by frequency, with dates, sums and names of places nobody knows.</summary>
internal sealed class LoadTexts(LoadWords words)
{
    private const char Comma = '\uff0c';
    private const char Stop = '\u3002';

    /// <summary>What happened, in about <paramref name="length"/> characters.</summary>
    public string Story(int length, ref LoadDice dice)
    {
        var text = new StringBuilder(length + 60);
        while (text.Length < length)
        {
            Sentence(text, ref dice);
        }

        return text.ToString();
    }

    public string Title(ref LoadDice dice) => dice.Chance(0.5)
        ? words.Pick("titles", ref dice)
        : words.Pick("titles", ref dice) + '\u2014' + Place(ref dice) + words.Pick("units", ref dice);

    public string Request(ref LoadDice dice) => dice.Chance(0.6)
        ? words.Pick("requests", ref dice) + Stop
        : $"{words.Pick("requests", ref dice)}{Comma}{words.Pick("requests", ref dice)}{Stop}";

    /// <summary>A unit of an invented place.</summary>
    public string Unit(ref LoadDice dice) => Place(ref dice) + words.Pick("units", ref dice);

    public string Pick(string list, ref LoadDice dice) => words.Pick(list, ref dice);

    public string Person(ref LoadDice dice) => words.Pick("surnames", ref dice) + words.Pick("given", ref dice);

    public string Address(ref LoadDice dice) => string.Create(CultureInfo.InvariantCulture,
        $"{words.Pick("places", ref dice)}{words.Pick("places", ref dice)}{dice.Between(1, 300)}\u53f7");

    /// <summary>Some sentences of an answer.</summary>
    public string Answer(int sentences, ref LoadDice dice)
    {
        var text = new StringBuilder();
        for (var i = 0; i < sentences; i++)
        {
            text.Append(words.Pick("answers", ref dice)).Append(Comma).Append(words.Pick("facts", ref dice)).Append(Stop);
        }

        return text.ToString();
    }

    // A known place, or two common characters with a kind of place behind them: the long tail of names.
    private string Place(ref LoadDice dice) => dice.Chance(0.5)
        ? words.Pick("places", ref dice)
        : words.Pick("chars", ref dice) + words.Pick("chars", ref dice) + "\u9547\u4e61\u6751\u8857"[dice.Below(4)];

    private void Sentence(StringBuilder text, ref LoadDice dice)
    {
        if (dice.Chance(0.4))
        {
            text.Append(words.Pick("joins", ref dice)).Append(Comma);
        }

        text.Append(words.Pick("times", ref dice)).Append(words.Pick("people", ref dice));
        if (dice.Chance(0.45))
        {
            text.Append('\u5728').Append(Place(ref dice)).Append(words.Pick("units", ref dice));
        }

        var clauses = dice.Between(2, 4);
        for (var i = 0; i < clauses; i++)
        {
            text.Append(words.Pick("facts", ref dice));
            Detail(text, ref dice);
            text.Append(i == clauses - 1 ? Stop : Comma);
        }
    }

    private void Detail(StringBuilder text, ref LoadDice dice)
    {
        switch (dice.Below(12))
        {
            case 0:
                text.Append(Comma).Append("\u91d1\u989d").Append((dice.Between(1, 900) * 500).ToString(CultureInfo.InvariantCulture)).Append('\u5143');
                break;
            case 1:
                text.Append(Comma).Append("\u6848\u53f7\uff08").Append(dice.Between(2015, 2026).ToString(CultureInfo.InvariantCulture)).Append("\uff09\u6c11\u521d\u5b57\u7b2c")
                    .Append(dice.Between(1, 9000).ToString(CultureInfo.InvariantCulture)).Append('\u53f7');
                break;
            case 2:
                text.Append(Comma).Append("\u8054\u7cfb\u4eba").Append(Person(ref dice));
                break;
            case 3:
                text.Append(Comma).Append(words.Pick("chars", ref dice)).Append(words.Pick("chars", ref dice)).Append(words.Pick("chars", ref dice));
                break;
        }
    }
}
