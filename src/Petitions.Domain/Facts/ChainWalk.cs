namespace Petitions.Domain.Facts;

/// <summary>
/// Walks one chain line by line and says what somebody did to it. A stored hash that fits another place betrays where
/// its line stood before: so insertion, deletion and exchange are told apart even when the lines were numbered anew.
/// </summary>
internal sealed class ChainWalk
{
    private readonly ChainCopy chain;
    private readonly List<ChainFinding> findings = [];
    private byte[] previous = [];
    private byte[] beforePrevious = [];
    private DateTime? from;

    // What was inserted (+) or deleted (-) before with the rest numbered anew: stored number = place at signing + shift.
    private int shift;

    private ChainWalk(ChainCopy chain) => this.chain = chain;

    public static IReadOnlyList<ChainFinding> Run(ChainCopy chain)
    {
        var walk = new ChainWalk(chain);
        walk.Walk();
        return walk.findings;
    }

    private void Walk()
    {
        var expected = 1;
        for (var i = 0; i < chain.Lines.Count; i++)
        {
            var line = chain.Lines[i];
            CheckKind(line);
            if (line.Seq < expected)
            {
                findings.Add(Finding(FindingKind.Inserted, line));
                continue;
            }

            if (line.Seq > expected)
            {
                findings.Add(Finding(FindingKind.Deleted, line) with { Seq = expected, FactId = null, FactKind = null });
            }
            else if (!line.Fits(line.Seq - shift, previous))
            {
                i += Explain(i);
                line = chain.Lines[i];
            }

            expected = line.Seq + 1;
            Pass(line);
        }
    }

    /// <summary>Names what happened at a line that does not fit; returns how many further lines it explains.</summary>
    private int Explain(int i)
    {
        var line = chain.Lines[i];
        var place = line.Seq - shift;
        var next = i + 1 < chain.Lines.Count ? chain.Lines[i + 1] : null;
        if (i > 0 && line.Fits(place - 1, beforePrevious))
        {
            findings.Add(Finding(FindingKind.Inserted, chain.Lines[i - 1]));
            shift++;
            return 0;
        }

        if (next is not null && next.Seq == line.Seq && next.Fits(place, previous))
        {
            findings.Add(Finding(FindingKind.Inserted, line));
            return 1;
        }

        var belongsHere = chain.Lines.Skip(i + 1).FirstOrDefault(other => other.Fits(place, previous));
        if (belongsHere is not null)
        {
            var exchanged = chain.Lines.Skip(i + 1).Any(other => line.Fits(other.Seq - shift, chain.Lines[IndexBefore(other)].Hash)) || line.Fits(place + 1, belongsHere.Hash);
            if (belongsHere == next && !exchanged)
            {
                findings.Add(Finding(FindingKind.Inserted, line));
                shift++;
                return 1;
            }

            findings.Add(Finding(FindingKind.Reordered, line) with { To = belongsHere.Line.At });
            return SkipReordered(i, belongsHere);
        }

        var renumbered = next is not null
            ? next.Fits(place + 2, line.Hash)
            : chain.Head is { } head && head.Seq == place + 1 && head.Hash.AsSpan().SequenceEqual(line.Hash);
        if (renumbered)
        {
            findings.Add(Finding(FindingKind.Deleted, line) with { FactId = null, FactKind = null });
            shift--;
            return 0;
        }

        findings.Add(Finding(FindingKind.Changed, line) with { Field = FieldOf(line.Line) });
        return 0;
    }

    // After an exchange the lines up to the farther of the two stand at wrong places: one finding tells of all.
    private int SkipReordered(int i, ChainLine belongsHere)
    {
        var end = i;
        while (end < chain.Lines.Count - 1 && chain.Lines[end] != belongsHere)
        {
            end++;
        }

        // The line that goes on undisturbed links to the line that stood last before it.
        var after = end + 1 < chain.Lines.Count ? chain.Lines[end + 1] : null;
        if (after is not null)
        {
            for (var k = i; k <= end; k++)
            {
                if (after.Fits(after.Seq - shift, chain.Lines[k].Hash))
                {
                    skipHash = chain.Lines[k].Hash;
                }
            }
        }

        return end - i;
    }

    private byte[]? skipHash;

    private int IndexBefore(ChainLine line)
    {
        for (var i = 0; i < chain.Lines.Count; i++)
        {
            if (chain.Lines[i] == line)
            {
                return Math.Max(0, i - 1);
            }
        }

        return 0;
    }

    private void Pass(ChainLine line)
    {
        beforePrevious = previous;
        previous = skipHash ?? line.Hash;
        skipHash = null;
        from = line.Line.At;
    }

    private void CheckKind(ChainLine line)
    {
        if (FactKinds.All.All(kind => kind.Code != line.Line.Kind))
        {
            findings.Add(Finding(FindingKind.UnknownKind, line));
        }
    }

    /// <summary>What two other fields contradict: the id carries the time, the list of kinds carries the visibility.</summary>
    private static string? FieldOf(FactLine line)
    {
        var milliseconds = Convert.ToInt64(line.Id.ToString("N")[..12], 16);
        if (new DateTimeOffset(line.At).ToUnixTimeMilliseconds() != milliseconds)
        {
            return "at";
        }

        var kind = FactKinds.All.FirstOrDefault(kind => kind.Code == line.Kind);
        return kind is null || kind.Subject != line.Subject ? "kind" : kind.Visibility != line.Visibility ? "visibility" : null;
    }

    private ChainFinding Finding(FindingKind kind, ChainLine line) => new(kind)
    {
        Subject = chain.Subject,
        SubjectId = chain.SubjectId,
        Seq = line.Seq,
        FactId = line.Line.Id,
        FactKind = line.Line.Kind,
        From = from,
        To = line.Line.At,
    };
}
