namespace Petitions.Architecture.Tests.Repository;

/// <summary>
/// Exceptions to one rule, in Allowed/NAME.txt: "path | reason", one a line. An entry without a reason, and an entry
/// that no longer excuses anything, is itself a finding: the lists only get shorter by themselves.
/// </summary>
internal sealed class AllowList
{
    private readonly string file;
    private readonly Dictionary<string, bool> used = [];
    private readonly List<string> findings = [];

    private AllowList(string file) => this.file = file;

    public static AllowList Load(string name)
    {
        var list = new AllowList($"tests/Petitions.Architecture.Tests/Allowed/{name}.txt");
        foreach (var line in Repo.Read(list.file).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith('#'))
            {
                continue;
            }

            var parts = line.Split('|', 2, StringSplitOptions.TrimEntries);
            if (parts.Length < 2 || parts[1].Length < 10)
            {
                list.findings.Add($"{list.file}: '{line}' gives no reason");
            }

            list.used[parts[0]] = false;
        }

        return list;
    }

    public bool Excuses(string subject)
    {
        if (!used.ContainsKey(subject))
        {
            return false;
        }

        used[subject] = true;
        return true;
    }

    /// <summary>What is wrong with the list itself; ask after all subjects were looked at.</summary>
    public IEnumerable<string> Findings() =>
        findings.Concat(used.Where(entry => !entry.Value).Select(entry => $"{file}: '{entry.Key}' excuses nothing any more; delete the line"));
}
