using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Domain.Petitions.Documents;
using Petitions.Domain.Petitions.Documents.Templates;
using Petitions.Services.Offices;
using Petitions.Services.Reference;

namespace Petitions.Services.Petitions.Documents;

/// <summary>
/// Issues documents into the unit of work. The serial is taken in the same save as the document, so that numbers have
/// no gap and no double; when another save took it first, the caller repeats through <see cref="ConflictRetry"/>.
/// </summary>
public sealed class DocumentIssuer(
    PetitionsDbContext db, ReferenceCatalog reference, OfficeCatalog offices, ColumnProtector protector, TimeProvider clock)
{
    /// <summary>Adds the document; the caller records the returned fact in the same save.</summary>
    public async Task<IssuedPaper> IssueAsync(
        Petition petition, string type, IReadOnlyDictionary<string, string> fields, Actor actor, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var title = reference.Label("DocumentType", type, "zh-Hans");
        var draft = new NewDocument
        {
            PetitionId = petition.Id,
            OfficeId = petition.OfficeId,
            Type = type,
            Title = title,
            ToPetitioner = reference.Flag("DocumentType", type, "toPetitioner"),
            TemplateId = (await TemplateOfAsync(petition, type, ChinaTime.DateOf(now), ct))?.Id,
            EncryptedFields = "",
            IssuedBy = actor.StaffId,
        };
        if (reference.Flag("DocumentType", type, "numbered"))
        {
            draft = await NumberedAsync(draft, ChinaTime.DateOf(now).Year, ct);
        }

        var whole = Complete(petition, draft, fields, ChinaTime.DateOf(now));
        var (document, fact) = IssuedDocument.Issue(draft with { EncryptedFields = protector.Protect(JsonSerializer.Serialize(whole)) }, now);
        db.IssuedDocuments.Add(document);
        return new IssuedPaper(document, fact);
    }

    /// <summary>The narrowest template that holds on a day and fits the matter; null when the type has none.</summary>
    public async Task<DocumentTemplate?> TemplateOfAsync(Petition petition, string type, DateOnly day, CancellationToken ct)
    {
        var holding = await db.DocumentTemplates.AsNoTracking().Where(t => t.Type == type && t.ValidFrom <= day && (t.ValidTo == null || t.ValidTo >= day)).ToListAsync(ct);
        return holding.Where(t => t.Fits(petition.State.ToString(), petition.Category, petition.Track)).OrderByDescending(t => t.Rank).ThenByDescending(t => t.ValidFrom).FirstOrDefault();
    }

    /// <summary>
    /// The snapshot: what the caller gives, then what every document has. The petitioner's own words of a title go only
    /// into documents that go to him.
    /// </summary>
    public Dictionary<string, string> Complete(Petition petition, NewDocument draft, IReadOnlyDictionary<string, string> fields, DateOnly today)
    {
        var office = offices.Office(petition.OfficeId)!;
        var whole = new Dictionary<string, string>(fields);
        whole.TryAdd("office", office.NameZh);
        whole.TryAdd("officeAddress", office.AddressZh ?? "");
        whole.TryAdd("contact", office.Phone ?? "");
        whole.TryAdd("matter", petition.Number);
        whole.TryAdd("category", reference.Label("PetitionCategory", petition.Category, "zh-Hans"));
        whole.TryAdd("receivedOn", Day(ChinaTime.DateOf(petition.ReceivedAt)));
        whole.TryAdd("date", Day(today));
        whole["title"] = draft.Title;
        if (draft.NumberText is { } number)
        {
            whole["number"] = number;
        }

        if (draft.ToPetitioner)
        {
            whole.TryAdd("matterTitle", petition.Title);
        }

        return whole;
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task<NewDocument> NumberedAsync(NewDocument draft, int year, CancellationToken ct)
    {
        var word = reference.Text("DocumentType", draft.Type, "word")!;
        var counter = await db.DocumentCounters.FindAsync([draft.OfficeId, word, year], ct);
        if (counter is null)
        {
            counter = DocumentCounter.Start(draft.OfficeId, word, year);
            db.DocumentCounters.Add(counter);
        }

        var serial = counter.Next();
        return draft with { Word = word, Year = year, Serial = serial, NumberText = NumberText(offices.Office(draft.OfficeId)!.ShortZh, word, year, serial) };
    }

    // Pattern of domain.md 4.1; the office short name and the word are reference data, the brackets U+3014 and U+3015.
    internal static string NumberText(string officeShort, string word, int year, int serial) => string.Create(CultureInfo.InvariantCulture,
        $"{officeShort}\u68c0{word}\u3014{year}\u3015{serial}\u53f7");
}
