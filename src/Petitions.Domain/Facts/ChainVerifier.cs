namespace Petitions.Domain.Facts;

/// <summary>
/// Checks chains one after the other against their signed heads and the published daily roots. Needs nothing but what
/// an exported file holds: no database and no service of the portal.
/// </summary>
public sealed class ChainVerifier
{
    private readonly PublicKeys keys;
    private readonly List<ChainFinding> findings = [];
    private readonly Dictionary<(FactSubject, Guid), List<(DateOnly Day, RootEntry Entry)>> rooted = [];
    private readonly int roots;
    private int chains;
    private int facts;

    /// <param name="keys">Public keys that are trusted.</param>
    /// <param name="roots">Roots in the order of their days, from the database, the file or what was posted.</param>
    public ChainVerifier(PublicKeys keys, IReadOnlyCollection<RootCopy> roots)
    {
        this.keys = keys;
        this.roots = roots.Select(root => root.Day).Distinct().Count();
        CheckRoots(roots);
    }

    public void Check(ChainCopy chain)
    {
        chains++;
        facts += chain.Lines.Count;
        var walked = ChainWalk.Run(chain);
        findings.AddRange(walked);
        CheckHead(chain, explained: walked.Count > 0);
        CheckValues(chain);
        if (rooted.Remove((chain.Subject, chain.SubjectId), out var entries))
        {
            CheckEntries(chain, entries);
        }
    }

    public void Add(ChainFinding finding) => findings.Add(finding);

    /// <param name="all">True when every chain was given: then a chain only a root knows of is missing.</param>
    public VerificationResult Finish(bool all)
    {
        if (all)
        {
            findings.AddRange(rooted.Select(pair => new ChainFinding(FindingKind.Deleted)
            {
                Subject = pair.Key.Item1,
                SubjectId = pair.Key.Item2,
                Seq = 1,
                RootDay = pair.Value[0].Day,
            }));
        }

        return new VerificationResult(chains, facts, roots, [.. findings]);
    }

    private void CheckRoots(IEnumerable<RootCopy> copies)
    {
        RootCopy? before = null;
        foreach (var day in copies.GroupBy(root => root.Day).OrderBy(group => group.Key))
        {
            // One day may come twice, from the database and from what was posted: they must agree.
            var root = day.First();
            var linked = root.Previous == (before?.Root ?? RootCopy.First);
            if (day.Any(other => other.Root != root.Root) || !linked || root.Root != RootCopy.RootOf(root.Previous, root.Entries))
            {
                findings.Add(new ChainFinding(FindingKind.RootBroken) { RootDay = root.Day });
            }

            foreach (var copy in day.DistinctBy(copy => (copy.Root, Convert.ToHexStringLower(copy.Signature))))
            {
                if (!keys.Verify(copy.KeyId, RootCopy.SignedBytes(copy.Day, copy.Root), copy.Signature))
                {
                    findings.Add(new ChainFinding(FindingKind.SignatureWrong) { RootDay = copy.Day });
                }
            }

            foreach (var entry in day.SelectMany(copy => copy.Entries.Split('\n', StringSplitOptions.RemoveEmptyEntries)).Distinct().Select(RootEntry.TryParse).OfType<RootEntry>())
            {
                var key = (entry.Subject, entry.SubjectId);
                rooted.TryAdd(key, []);
                rooted[key].Add((root.Day, entry));
            }

            before = root;
        }
    }

    private void CheckHead(ChainCopy chain, bool explained)
    {
        var last = chain.Lines.Count == 0 ? null : chain.Lines[^1];
        if (chain.Head is not { } head)
        {
            findings.Add(At(chain, FindingKind.HeadMissing, last));
            return;
        }

        if (!keys.Verify(head.KeyId, ChainHead.SignedBytes(chain.Subject, chain.SubjectId, head.Seq, head.Hash), head.Signature))
        {
            findings.Add(At(chain, FindingKind.SignatureWrong, last) with { Seq = head.Seq });
        }

        var seq = last?.Seq ?? 0;
        var meets = last is not null && last.Hash.AsSpan().SequenceEqual(head.Hash);
        if (meets && (explained || head.Seq == seq))
        {
            return;
        }

        if (head.Seq > seq)
        {
            findings.Add(Cut(chain, last));
        }
        else if (head.Seq < seq)
        {
            // A line beyond the signed head was put there by somebody without the key.
            var foreign = chain.Lines.First(line => line.Seq > head.Seq);
            findings.Add(At(chain, FindingKind.Inserted, foreign));
        }
        else if (!explained)
        {
            findings.Add(At(chain, FindingKind.HeadChanged, last));
        }
    }

    private void CheckEntries(ChainCopy chain, List<(DateOnly Day, RootEntry Entry)> entries)
    {
        var last = chain.Lines.Count == 0 ? null : chain.Lines[^1];
        foreach (var (day, entry) in entries)
        {
            if (entry.Seq > (last?.Seq ?? 0))
            {
                findings.Add(Cut(chain, last) with { RootDay = day });
                return;
            }

            var line = chain.Lines.FirstOrDefault(line => line.Seq == entry.Seq);
            if (line is not null && Convert.ToHexStringLower(line.Hash) != entry.Hash)
            {
                findings.Add(At(chain, FindingKind.RootMismatch, line) with { RootDay = day });
                return;
            }
        }
    }

    private void CheckValues(ChainCopy chain)
    {
        foreach (var line in chain.Lines.Where(line => line.Values is not null))
        {
            var changed = ErasableDigests.Changed(line.Line.Data, line.Values!);
            findings.AddRange(changed.Select(name => At(chain, FindingKind.ValueChanged, line) with { Field = name }));
        }
    }

    private static ChainFinding Cut(ChainCopy chain, ChainLine? last) => new(FindingKind.TailCut)
    {
        Subject = chain.Subject,
        SubjectId = chain.SubjectId,
        Seq = (last?.Seq ?? 0) + 1,
        From = last?.Line.At,
    };

    private static ChainFinding At(ChainCopy chain, FindingKind kind, ChainLine? line) => new(kind)
    {
        Subject = chain.Subject,
        SubjectId = chain.SubjectId,
        Seq = line?.Seq,
        FactId = line?.Line.Id,
        FactKind = line?.Line.Kind,
    };
}
