namespace Petitions.Services.Setup.Load;

/// <summary>Word lists of the load data, each drawn by frequency: the r-th word with a weight of 1/(r + 2.7), as words of a language fall.</summary>
internal sealed class LoadWords
{
    private readonly Dictionary<string, (string[] Words, double[] Sums)> lists;

    private LoadWords(Dictionary<string, (string[] Words, double[] Sums)> lists) => this.lists = lists;

    public static LoadWords Read()
    {
        using var stream = typeof(LoadWords).Assembly.GetManifestResourceStream("load-words.txt")!;
        using var reader = new StreamReader(stream);
        var lists = new Dictionary<string, (string[] Words, double[] Sums)>();
        foreach (var part in reader.ReadToEnd().Split('[').Skip(1))
        {
            var name = part[..part.IndexOf(']', StringComparison.Ordinal)];
            var text = part[(name.Length + 1)..];
            var words = name == "chars"
                ? [.. text.Where(c => !char.IsWhiteSpace(c)).Distinct().Select(c => c.ToString())]
                : text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            lists[name] = (words, Sums(words.Length));
        }

        return new LoadWords(lists);
    }

    public string Pick(string list, ref LoadDice dice)
    {
        var (words, sums) = lists[list];
        var at = Array.BinarySearch(sums, dice.Unit() * sums[^1]);
        return words[Math.Min(at < 0 ? ~at : at + 1, words.Length - 1)];
    }

    private static double[] Sums(int count)
    {
        var sums = new double[count];
        var sum = 0.0;
        for (var rank = 0; rank < count; rank++)
        {
            sums[rank] = sum += 1 / (rank + 2.7);
        }

        return sums;
    }
}
