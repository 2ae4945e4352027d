using Petitions.Domain.Reference;

namespace Petitions.Domain.Petitions.Documents.Templates;

/// <summary>
/// Wording of a kind of document (文书模板, domain.md 4.1): versioned, with the days it holds, never overwritten. A document
/// keeps the version it was made with.
/// </summary>
public sealed class DocumentTemplate
{
    public const int TextMax = 20_000;
    public const int ReasonMax = 400;

    private DocumentTemplate()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>List DocumentType.</summary>
    public string Type { get; private set; } = "";

    /// <summary>State of the matter it is for; empty for any.</summary>
    public string State { get; private set; } = "";

    /// <summary>List PetitionCategory; empty for any.</summary>
    public string Category { get; private set; } = "";

    /// <summary>List Track; empty for any.</summary>
    public string Track { get; private set; } = "";

    public int Version { get; private set; }

    /// <summary>Text in the language of <see cref="TemplateText"/>.</summary>
    public string Text { get; private set; } = "";

    public DateOnly ValidFrom { get; private set; }

    public DateOnly? ValidTo { get; private set; }

    /// <summary>Where the wording comes from, or why it was changed.</summary>
    public string Reason { get; private set; } = "";

    public Guid? CreatedBy { get; private set; }

    public DateTime CreatedAt { get; private set; }

    /// <summary>The narrowest template that fits wins: a state counts more than a category, a category more than a track.</summary>
    public int Rank => (State.Length > 0 ? 4 : 0) + (Category.Length > 0 ? 2 : 0) + (Track.Length > 0 ? 1 : 0);

    /// <summary>Template of a seed row (columns of <c>document_templates.csv</c>).</summary>
    public static DocumentTemplate FromRow(IReadOnlyDictionary<string, string> row, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(new DateTimeOffset(now)),
        Type = row["type"],
        State = row["state"],
        Category = row["category"],
        Track = row["track"],
        Version = 1,
        Text = row["text"].ReplaceLineEndings("\n"),
        ValidFrom = DateOnly.ParseExact(row["valid_from"], "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        Reason = row["source"],
        CreatedAt = now,
    };

    /// <summary>The first version of a template for a type or for a narrower case of it.</summary>
    /// <param name="known">Fields a document of the type has.</param>
    /// <exception cref="RuleBrokenException">template.text, template.reason.</exception>
    public static (DocumentTemplate Template, TemplateChanged Fact) Create(
        TemplateSelector selector, TemplateChange change, IReadOnlySet<string> known, Guid? by, DateTime now)
    {
        var template = New(selector, 1, change, known, by, now);
        return (template, new TemplateChanged(template.Id, template.Type, selector.State, selector.Category, selector.Track, 0, 1, null, template.Text, change.ValidFrom, template.Reason));
    }

    /// <summary>Makes the next version; this one ends the day before it begins. Its text is never touched.</summary>
    /// <exception cref="RuleBrokenException">template.text, template.reason, template.valid-from.</exception>
    public (DocumentTemplate Next, TemplateChanged Fact) Revise(TemplateChange change, IReadOnlySet<string> known, Guid? by, DateTime now)
    {
        Rule.Require(change.ValidFrom > ValidFrom, "template.valid-from");
        var selector = new TemplateSelector { Type = Type, State = State, Category = Category, Track = Track };
        var next = New(selector, Version + 1, change, known, by, now);
        ValidTo = change.ValidFrom.AddDays(-1);
        return (next, new TemplateChanged(next.Id, Type, State, Category, Track, Version, next.Version, Text, next.Text, change.ValidFrom, next.Reason));
    }

    public bool HoldsOn(DateOnly day) => ValidFrom <= day && (ValidTo is null || day <= ValidTo);

    public bool Fits(string state, string category, string? track) =>
        (State.Length == 0 || State == state) && (Category.Length == 0 || Category == category) && (Track.Length == 0 || Track == track);

    private static DocumentTemplate New(TemplateSelector selector, int version, TemplateChange change, IReadOnlySet<string> known, Guid? by, DateTime now)
    {
        var text = Rule.RequireText(change.Text, TextMax, "template.text").ReplaceLineEndings("\n");
        Rule.Require(TemplateText.Problems(text, known).Count == 0, "template.text");
        return new DocumentTemplate
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            Type = selector.Type,
            State = selector.State,
            Category = selector.Category,
            Track = selector.Track,
            Version = version,
            Text = text,
            ValidFrom = change.ValidFrom,
            Reason = Rule.RequireText(change.Reason, ReasonMax, "template.reason"),
            CreatedBy = by,
            CreatedAt = now,
        };
    }
}
