namespace Petitions.Domain.Reference;

/// <summary>One coded item of a reference list, versioned, with validity and source. Old matters keep the version they began under.</summary>
public sealed class ReferenceItem
{
    public const int CodeMax = 64;
    public const int TextMax = 400;
    public const int AttributesMax = 4000;

    private ReferenceItem()
    {
    }

    public Guid Id { get; private set; }

    public string List { get; private set; } = "";

    public string Code { get; private set; } = "";

    public string Parent { get; private set; } = "";

    public int Sort { get; private set; }

    public string Zh { get; private set; } = "";

    public string En { get; private set; } = "";

    public bool Enabled { get; private set; }

    public DateOnly? ValidFrom { get; private set; }

    public DateOnly? ValidTo { get; private set; }

    public int Version { get; private set; }

    public string Source { get; private set; } = "";

    /// <summary>JSON object with what a program needs beyond the label.</summary>
    public string Attributes { get; private set; } = "{}";

    /// <summary>Item of a seed row (columns of <c>reference_data.csv</c>).</summary>
    public static ReferenceItem FromRow(IReadOnlyDictionary<string, string> row, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(new DateTimeOffset(now)),
        List = row["list"],
        Code = row["code"],
        Parent = row["parent"],
        Sort = int.Parse(row["sort"], System.Globalization.CultureInfo.InvariantCulture),
        Zh = row["zh"],
        En = row["en"],
        Enabled = row["enabled"] == "true",
        ValidFrom = Day(row["valid_from"]),
        ValidTo = Day(row["valid_to"]),
        Version = int.Parse(row["version"], System.Globalization.CultureInfo.InvariantCulture),
        Source = row["source"],
        Attributes = row["attributes"],
    };

    /// <summary>Makes the next version of the item; this one ends the day before it begins.</summary>
    /// <exception cref="RuleBrokenException">reference.text, reference.attributes, reference.valid-from, reference.source.</exception>
    public (ReferenceItem Next, ReferenceItemChanged Fact) Revise(ReferenceChange change, DateTime now)
    {
        Rule.Require(IsJsonObject(change.Attributes), "reference.attributes");
        Rule.Require(ValidFrom is null || change.ValidFrom > ValidFrom, "reference.valid-from");
        ValidTo = change.ValidFrom.AddDays(-1);
        var next = new ReferenceItem
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            List = List,
            Code = Code,
            Parent = Parent,
            Sort = Sort,
            Zh = Rule.RequireText(change.Zh, TextMax, "reference.text"),
            En = Rule.RequireText(change.En, TextMax, "reference.text"),
            Enabled = change.Enabled,
            ValidFrom = change.ValidFrom,
            Version = Version + 1,
            Source = Rule.RequireText(change.Source, TextMax, "reference.source"),
            Attributes = change.Attributes,
        };
        return (next, new ReferenceItemChanged(Id, List, Code, Parent, Version, next.Version, Zh, next.Zh, change.ValidFrom, Enabled, next.Enabled));
    }

    public bool HoldsOn(DateOnly day) => Enabled && (ValidFrom is null || ValidFrom <= day) && (ValidTo is null || day <= ValidTo);

    private static DateOnly? Day(string cell) => cell.Length == 0 ? null : DateOnly.ParseExact(cell, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static bool IsJsonObject(string text)
    {
        try
        {
            using var json = System.Text.Json.JsonDocument.Parse(text);
            return json.RootElement.ValueKind == System.Text.Json.JsonValueKind.Object;
        }
        catch (System.Text.Json.JsonException)
        {
            return false;
        }
    }
}
