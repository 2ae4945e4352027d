using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Data.Petitions;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions.Documents;
using Petitions.Services.Offices;
using Petitions.Services.Petitions.Handling;

namespace Petitions.Services.Petitions.Documents;

/// <summary>Documents of one matter, for staff who may know of it and for the petitioner himself.</summary>
public sealed class DocumentQueries(PetitionsDbContext db, OfficeCatalog offices, ColumnProtector protector)
{
    public async Task<IReadOnlyList<DocumentLine>> OfPetitionAsync(string number, Actor actor, CancellationToken ct) =>
        await Lines(number, actor).ToListAsync(ct);

    /// <summary>The same, to be read together with other things.</summary>
    public IQueryable<DocumentLine> Lines(string number, Actor actor) => Documents(number, actor).OrderBy(d => d.IssuedAt).ThenBy(d => d.Id)
        .Select(d => new DocumentLine(d.Id, d.Type, d.Title, d.NumberText, d.IssuedAt, d.ToPetitioner));

    /// <summary>One document for whoever may read it: for staff that leaves out report material closed to them, whose papers bear the name.</summary>
    /// <exception cref="NotFoundException">Missing, not the actor's, closed to him, or not meant for the petitioner.</exception>
    public async Task<DocumentView> GetAsync(string number, Guid id, Actor actor, CancellationToken ct)
    {
        if (actor.Kind == ActorKind.Staff)
        {
            await RequireReadableAsync(number, actor, ct);
        }

        return await ForPostAsync(number, id, actor, ct);
    }

    /// <summary>What goes into the envelope, for the clerk who posts it and sees the address anyway.</summary>
    /// <exception cref="NotFoundException">Missing, not the actor's, or not meant for the petitioner.</exception>
    public async Task<DocumentView> ForPostAsync(string number, Guid id, Actor actor, CancellationToken ct) =>
        (await ViewsAsync(Documents(number, actor).Where(d => d.Id == id), number, ct)).SingleOrDefault() ?? throw new NotFoundException();

    /// <summary>Every document of a matter with its text, oldest first; for the case file.</summary>
    /// <exception cref="NotFoundException">Missing, not in reach, walled, or closed to the person.</exception>
    public async Task<IReadOnlyList<DocumentView>> WholeAsync(string number, Actor actor, CancellationToken ct)
    {
        await RequireReadableAsync(number, actor, ct);
        return await ViewsAsync(Documents(number, actor).OrderBy(d => d.IssuedAt).ThenBy(d => d.Id), number, ct);
    }

    private async Task RequireReadableAsync(string number, Actor actor, CancellationToken ct)
    {
        var petition = await db.Petitions.VisibleTo(actor).AsNoTracking().Include(p => p.Assignments).Where(p => p.Number == number).SingleOrNotFoundAsync(ct);
        if (!CaseQueries.MayReadMaterial(petition, actor))
        {
            throw new NotFoundException();
        }
    }

    private IQueryable<IssuedDocument> Documents(string number, Actor actor)
    {
        var citizen = actor.Kind == ActorKind.Citizen;
        var petitions = db.Petitions.VisibleTo(actor).Where(p => p.Number == number).Select(p => p.Id);
        return db.IssuedDocuments.AsNoTracking().Where(d => petitions.Contains(d.PetitionId) && (!citizen || d.ToPetitioner));
    }

    private async Task<IReadOnlyList<DocumentView>> ViewsAsync(IQueryable<IssuedDocument> asked, string number, CancellationToken ct)
    {
        var found = await asked.ToListAsync(ct);
        var used = found.Select(document => document.TemplateId).OfType<Guid>().Distinct().ToList();
        var templates = used.Count == 0 ? [] : await db.DocumentTemplates.AsNoTracking().Where(t => used.Contains(t.Id)).ToDictionaryAsync(t => t.Id, t => t.Text, ct);
        return [.. found.Select(document => View(document, number, document.TemplateId is { } id ? templates[id] : null))];
    }

    private DocumentView View(IssuedDocument document, string number, string? template)
    {
        var fields = JsonSerializer.Deserialize<Dictionary<string, string>>(protector.Unprotect(document.Fields))!;
        fields.TryAdd("number", document.NumberText ?? "");
        return new DocumentView(document.Id, document.PetitionId, number, document.Type, document.Title, document.NumberText,
            offices.Office(document.OfficeId)!.NameZh, document.IssuedAt,
            fields, PaperComposer.Compose(document.Type, document.Title, template, fields));
    }
}
