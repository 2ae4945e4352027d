namespace Petitions.Domain.Facts;

/// <summary>The root of a day (每日校验值) as stored. Append-only; the same text is posted where the database owner cannot change it.</summary>
public sealed class DailyRoot
{
    public const int HashLength = 64;

    private DailyRoot()
    {
    }

    public DateOnly Day { get; private set; }

    public string Previous { get; private set; } = "";

    public string Entries { get; private set; } = "";

    public string Root { get; private set; } = "";

    /// <summary>How many chains grew since the root before.</summary>
    public int Chains { get; private set; }

    /// <summary>Time of the latest fact it covers, by the database's clock: the next root begins there.</summary>
    public DateTime CoversTo { get; private set; }

    public DateTime PublishedAt { get; private set; }

    public byte[] Signature { get; private set; } = [];

    public string KeyId { get; private set; } = "";

    public static (DailyRoot Root, DailyRootPublished Fact) Publish(
        DateOnly day, DailyRoot? before, IReadOnlyCollection<RootEntry> entries, DateTime coversTo, Guid officeId, Func<byte[], (byte[] Signature, string KeyId)> sign, DateTime now)
    {
        Rule.Require(day <= Clocks.ChinaTime.DateOf(now), "facts.root-in-future");
        Rule.Require(before is null || day > before.Day, "facts.root-out-of-order");
        var root = new DailyRoot
        {
            Day = day,
            Previous = before?.Root ?? RootCopy.First,
            Entries = RootCopy.TextOf(entries),
            Chains = entries.Count,
            CoversTo = coversTo,
            PublishedAt = CanonicalJson.ToMicroseconds(now),
        };
        root.Root = RootCopy.RootOf(root.Previous, root.Entries);
        (root.Signature, root.KeyId) = sign(RootCopy.SignedBytes(day, root.Root));
        return (root, new DailyRootPublished(officeId, day, root.Root, root.Chains));
    }

    public RootCopy Copy() => new()
    {
        Day = Day,
        Previous = Previous,
        Entries = Entries,
        Root = Root,
        Signature = Signature,
        KeyId = KeyId,
    };
}
