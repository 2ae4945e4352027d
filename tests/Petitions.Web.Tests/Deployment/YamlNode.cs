namespace Petitions.Web.Tests.Deployment;

/// <summary>
/// As much of YAML as docker-compose.yml uses: maps and lists by indentation or in brackets, anchors, merged maps, folded
/// texts. What it does not know it refuses, so that nothing is read wrongly in silence.
/// </summary>
internal sealed class YamlNode
{
    public string? Text { get; init; }

    public Dictionary<string, YamlNode> Map { get; } = [];

    public List<YamlNode> List { get; } = [];

    public YamlNode this[string key] => Map.TryGetValue(key, out var found) ? found : throw new KeyNotFoundException($"There is no '{key}'.");

    public static YamlNode Parse(string yaml)
    {
        var lines = yaml.Split('\n').Select(line => line.TrimEnd()).Where(line => line.TrimStart() is { Length: > 0 } text && text[0] != '#')
            .Select(line => (Depth: line.Length - line.TrimStart().Length, Text: line.TrimStart())).ToList();
        var at = 0;
        return new Reader(lines).Block(ref at, 0);
    }

    /// <summary>This map and what it merges, its own keys first.</summary>
    private void Merge(YamlNode other)
    {
        foreach (var (key, value) in other.Map)
        {
            Map.TryAdd(key, value);
        }
    }

    private sealed class Reader(List<(int Depth, string Text)> lines)
    {
        private readonly Dictionary<string, YamlNode> anchors = [];

        public YamlNode Block(ref int at, int depth)
        {
            var node = new YamlNode();
            var merged = new List<YamlNode>();
            while (at < lines.Count && lines[at].Depth == depth)
            {
                var text = lines[at].Text;
                if (text.StartsWith("- ", StringComparison.Ordinal))
                {
                    node.List.Add(Value(text[2..], ref at, depth));
                    continue;
                }

                var (key, rest) = Split(text);
                var value = Value(rest, ref at, depth);
                if (key == "<<")
                {
                    merged.Add(value);
                }
                else
                {
                    node.Map.Add(key, value);
                }
            }

            merged.ForEach(node.Merge);
            return node;
        }

        private YamlNode Value(string rest, ref int at, int depth)
        {
            string? anchor = null;
            if (rest.StartsWith('&'))
            {
                var end = rest.IndexOf(' ', StringComparison.Ordinal);
                (anchor, rest) = end < 0 ? (rest[1..], "") : (rest[1..end], rest[(end + 1)..]);
            }

            at++;
            YamlNode value;
            if (rest is ">-")
            {
                var words = new List<string>();
                for (; at < lines.Count && lines[at].Depth > depth; at++)
                {
                    words.Add(lines[at].Text);
                }

                value = new YamlNode { Text = string.Join(' ', words) };
            }
            else if (rest.Length == 0)
            {
                value = at < lines.Count && lines[at].Depth > depth ? Block(ref at, lines[at].Depth) : new YamlNode();
            }
            else
            {
                value = rest[0] == '*' ? anchors[rest[1..]] : Flow(rest);
            }

            if (anchor is not null)
            {
                anchors[anchor] = value;
            }

            return value;
        }

        private static YamlNode Flow(string text)
        {
            var node = new YamlNode { Text = text[0] is '[' or '{' ? null : text.Trim('"') };
            if (text[0] is '[' or '{' && text[^1] is not (']' or '}'))
            {
                throw new FormatException($"Not understood: {text}");
            }

            foreach (var part in text[0] is '[' or '{' ? Parts(text[1..^1]) : [])
            {
                if (text[0] == '[')
                {
                    node.List.Add(Flow(part));
                }
                else
                {
                    var (key, rest) = Split(part);
                    node.Map.Add(key, Flow(rest));
                }
            }

            return node;
        }

        private static IEnumerable<string> Parts(string inside)
        {
            var (from, deep, quoted) = (0, 0, false);
            for (var i = 0; i <= inside.Length; i++)
            {
                if (i == inside.Length || (inside[i] == ',' && deep == 0 && !quoted))
                {
                    if (inside[from..i].Trim() is { Length: > 0 } part)
                    {
                        yield return part;
                    }

                    from = i + 1;
                    continue;
                }

                quoted ^= inside[i] == '"';
                deep += inside[i] switch { '[' or '{' => 1, ']' or '}' => -1, _ => 0 };
            }
        }

        private static (string Key, string Value) Split(string text)
        {
            var colon = text.IndexOf(": ", StringComparison.Ordinal);
            return colon > 0 ? (text[..colon], text[(colon + 2)..].Trim())
                : text.EndsWith(':') ? (text[..^1], "")
                : throw new FormatException($"Not understood: {text}");
        }
    }
}
