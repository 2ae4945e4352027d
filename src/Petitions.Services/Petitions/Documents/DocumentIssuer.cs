using System.Globalization;
using System.Text.Json;
using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Domain.Petitions.Documents;
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
        var draft = new NewDocument
        {
            PetitionId = petition.Id,
            OfficeId = petition.OfficeId,
            Type = type,
            Title = reference.Label("DocumentType", type, "zh-Hans"),
            ToPetitioner = reference.Flag("DocumentType", type, "toPetitioner"),
            EncryptedFields = protector.Protect(JsonSerializer.Serialize(fields)),
            IssuedBy = actor.StaffId,
        };
        if (reference.Flag("DocumentType", type, "numbered"))
        {
            draft = await NumberedAsync(draft, ChinaTime.DateOf(now).Year, ct);
        }

        var (document, fact) = IssuedDocument.Issue(draft, now);
        db.IssuedDocuments.Add(document);
        return new IssuedPaper(document, fact);
    }

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
