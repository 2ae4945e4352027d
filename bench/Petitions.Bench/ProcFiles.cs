using System.Globalization;

namespace Petitions.Bench;

/// <summary>What Linux tells of processes: processor time of a process with its children, and its share of memory (PSS).</summary>
public static class ProcFiles
{
    private const double TicksPerSecond = 100;

    /// <summary>Seconds of processor time a process and its living children have used; ended children are counted by their parent.</summary>
    public static double CpuSeconds(int pid)
    {
        if (pid <= 0)
        {
            return 0;
        }

        var sum = Ticks(pid, withEnded: true);
        foreach (var folder in Directory.GetDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var other) && Parent(other) == pid)
            {
                sum += Ticks(other, withEnded: false);
            }
        }

        return sum / TicksPerSecond;
    }

    public static double PssMegabytes(int pid)
    {
        var line = File.ReadLines($"/proc/{pid}/smaps_rollup").First(each => each.StartsWith("Pss:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }

    private static long Ticks(int pid, bool withEnded) => Fields(pid) is { } fields
        ? fields[11] + fields[12] + (withEnded ? fields[13] + fields[14] : 0)
        : 0;

    private static long Parent(int pid) => Fields(pid) is { } fields ? fields[1] : -1;

    // After the name in brackets: state, parent, ... (proc(5)); the state becomes 0 here.
    private static long[]? Fields(int pid)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            return [.. stat[(stat.LastIndexOf(')') + 2)..].Split(' ').Select(text => long.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value : 0)];
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
