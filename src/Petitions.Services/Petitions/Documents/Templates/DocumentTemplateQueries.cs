using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions.Documents;
using Petitions.Domain.Petitions.Documents.Templates;
using Petitions.Services.Reference;

namespace Petitions.Services.Petitions.Documents.Templates;

/// <summary>What the administrator sees of the templates.</summary>
public sealed class DocumentTemplateQueries(PetitionsDbContext db, DocumentIssuer issuer, ReadLog reads, ReferenceCatalog reference, TimeProvider clock)
{
    public const int PageSize = 50;

    /// <summary>The newest version of each template, by type and case; <paramref name="after"/> is the id of the last line seen.</summary>
    public async Task<(IReadOnlyList<TemplateLine> Lines, Guid? Next)> ListAsync(Guid? after, CancellationToken ct)
    {
        var templates = db.DocumentTemplates.AsNoTracking().Where(t => !db.DocumentTemplates.Any(newer =>
            newer.Type == t.Type && newer.State == t.State && newer.Category == t.Category && newer.Track == t.Track && newer.Version > t.Version));
        if (after is { } id)
        {
            var last = await db.DocumentTemplates.AsNoTracking().Where(t => t.Id == id).SingleOrNotFoundAsync(ct);
            templates = templates.Where(t => string.Compare(t.Type, last.Type) > 0 || (t.Type == last.Type && (string.Compare(t.State, last.State) > 0
                || (t.State == last.State && (string.Compare(t.Category, last.Category) > 0 || (t.Category == last.Category && string.Compare(t.Track, last.Track) > 0))))));
        }

        var lines = await Lines(templates.OrderBy(t => t.Type).ThenBy(t => t.State).ThenBy(t => t.Category).ThenBy(t => t.Track)).Take(PageSize + 1).ToListAsync(ct);
        return lines.Count > PageSize ? (lines[..PageSize], lines[PageSize - 1].Id) : (lines, null);
    }

    /// <summary>Every version of the template the id belongs to, newest first.</summary>
    /// <exception cref="NotFoundException">When there is no such template.</exception>
    public async Task<IReadOnlyList<TemplateLine>> VersionsAsync(Guid id, CancellationToken ct)
    {
        var one = await db.DocumentTemplates.AsNoTracking().Where(t => t.Id == id).SingleOrNotFoundAsync(ct);
        return await Lines(db.DocumentTemplates.AsNoTracking()
            .Where(t => t.Type == one.Type && t.State == one.State && t.Category == one.Category && t.Track == one.Track)
            .OrderByDescending(t => t.Version)).ToListAsync(ct);
    }

    /// <summary>
    /// The document a text would make: of invented values, or of a matter the person may know of, whose reading is
    /// recorded (security.md B4). Nothing is issued and no number is taken.
    /// </summary>
    /// <exception cref="NotFoundException">No such matter, not in reach, or walled.</exception>
    public async Task<Paper> PreviewAsync(string type, string text, string? matter, Actor actor, CancellationToken ct)
    {
        var values = DocumentFields.Samples(type);
        var title = reference.Label("DocumentType", type, "zh-Hans");
        values["title"] = title;
        if (!reference.Flag("DocumentType", type, "numbered"))
        {
            values.Remove("number");
        }

        if (!string.IsNullOrWhiteSpace(matter))
        {
            var number = matter.Trim().ToUpperInvariant();
            var petition = await db.Petitions.VisibleTo(actor).AsNoTracking().Include(p => p.Parties).Where(p => p.Number == number).SingleOrNotFoundAsync(ct);
            await reads.RecordAsync(petition, actor, "TemplatePreview", null, ct);
            var draft = new NewDocument
            {
                PetitionId = petition.Id,
                OfficeId = petition.OfficeId,
                Type = type,
                Title = title,
                ToPetitioner = reference.Flag("DocumentType", type, "toPetitioner"),
                EncryptedFields = "",
            };
            foreach (var (name, value) in issuer.Complete(petition, draft, new Dictionary<string, string>(), ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime)))
            {
                values[name] = value;
            }

            values["to"] = petition.Parties.FirstOrDefault(party => party.Relation == "Petitioner")?.Name ?? "";
        }

        return PaperComposer.Compose(type, title, text, values);
    }

    private static IQueryable<TemplateLine> Lines(IQueryable<DocumentTemplate> templates) => templates.Select(t => new TemplateLine(
        t.Id, t.Type, t.State, t.Category, t.Track, t.Version, t.Text, t.ValidFrom, t.ValidTo, t.Reason));
}
