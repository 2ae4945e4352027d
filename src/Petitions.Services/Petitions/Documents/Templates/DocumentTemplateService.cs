using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Domain;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Domain.Petitions.Documents.Templates;
using Petitions.Services.Reference;

namespace Petitions.Services.Petitions.Documents.Templates;

/// <summary>Changes the wording of documents: always a new version, never the old one; a day that has begun keeps its wording.</summary>
public sealed class DocumentTemplateService(PetitionsDbContext db, FactLog log, ReferenceCatalog reference, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>A template for a type that has none, or for a narrower case of it.</summary>
    /// <exception cref="RuleBrokenException">template.type, template.selector, template.exists, template.valid-from, and those of <see cref="DocumentTemplate.Create"/>.</exception>
    public async Task<Guid> CreateAsync(TemplateSelector selector, TemplateChange change, Actor actor, CancellationToken ct)
    {
        Rule.Require(reference.Holds("DocumentType", selector.Type), "template.type");
        Rule.Require((selector.State.Length == 0 || Enum.TryParse<PetitionState>(selector.State, out _))
            && (selector.Category.Length == 0 || reference.Holds("PetitionCategory", selector.Category))
            && (selector.Track.Length == 0 || reference.Holds("Track", selector.Track)), "template.selector");
        Rule.Require(!await db.DocumentTemplates.AnyAsync(t =>
            t.Type == selector.Type && t.State == selector.State && t.Category == selector.Category && t.Track == selector.Track, ct), "template.exists");
        RequireAhead(change);
        var (template, fact) = DocumentTemplate.Create(selector, change, DocumentFields.Names(selector.Type), actor.StaffId, Now);
        db.DocumentTemplates.Add(template);
        log.Record(actor, fact);
        await db.SaveChangesAsync(ct);
        return template.Id;
    }

    /// <summary>Makes the next version from a day on and records it.</summary>
    /// <param name="fromVersion">The version the form showed.</param>
    /// <exception cref="RuleBrokenException">template.newer-version, template.valid-from, and those of <see cref="DocumentTemplate.Revise"/>.</exception>
    public async Task<Guid> ReviseAsync(Guid id, int fromVersion, TemplateChange change, Actor actor, CancellationToken ct)
    {
        var seen = await db.DocumentTemplates.AsNoTracking().Where(t => t.Id == id).SingleOrNotFoundAsync(ct);
        var newest = await db.DocumentTemplates
            .Where(t => t.Type == seen.Type && t.State == seen.State && t.Category == seen.Category && t.Track == seen.Track)
            .OrderByDescending(t => t.Version).FirstAsync(ct);
        Rule.Require(newest.Version == fromVersion, "template.newer-version");
        RequireAhead(change);
        var (next, fact) = newest.Revise(change, DocumentFields.Names(newest.Type), actor.StaffId, Now);
        db.DocumentTemplates.Add(next);
        log.Record(actor, fact);
        await db.SaveChangesAsync(ct);
        return next.Id;
    }

    // What was issued this morning must not seem to have been made with what is written this afternoon.
    private void RequireAhead(TemplateChange change) => Rule.Require(change.ValidFrom >= ChinaTime.DateOf(Now), "template.valid-from");
}
