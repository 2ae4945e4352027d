using System.Globalization;

namespace Petitions.Bench;

/// <summary>A line for each goal: name, figure, goal, <c>ok</c> or <c>short</c>; what could not be measured says so.</summary>
public sealed class Report
{
    private readonly List<string> lines = [];

    public void Goal(string goal, string what, string figure, string wanted, bool met) => Add(goal, what, figure, wanted, met ? "ok" : "short");

    public void Missing(string goal, string what, string why) => Add(goal, what, why, "-", "missing");

    /// <summary>What stands behind a goal.</summary>
    public static void Note(string text) => Console.Out.WriteLine("    " + text);

    public void Print()
    {
        Console.Out.WriteLine();
        foreach (var line in lines.OrderBy(line => line[0]).ThenBy(line => int.Parse(line.Split(' ')[0][1..], CultureInfo.InvariantCulture)))
        {
            Console.Out.WriteLine(line);
        }
    }

    private void Add(string goal, string what, string figure, string wanted, string verdict)
    {
        var line = $"{goal,-4}{what,-76} {figure,-26} {wanted,-22} {verdict}";
        lines.Add(line);
        Console.Out.WriteLine(line);
    }
}
