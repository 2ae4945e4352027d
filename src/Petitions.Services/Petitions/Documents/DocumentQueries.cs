using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Data.Petitions;
using Petitions.Domain.Offices;
using Petitions.Services.Offices;

namespace Petitions.Services.Petitions.Documents;

/// <summary>Documents of one matter, for staff who may know of it and for the petitioner himself.</summary>
public sealed class DocumentQueries(PetitionsDbContext db, OfficeCatalog offices, ColumnProtector protector)
{
    public async Task<IReadOnlyList<DocumentLine>> OfPetitionAsync(string number, Actor actor, CancellationToken ct)
    {
        var citizen = actor.Kind == ActorKind.Citizen;
        var petitions = db.Petitions.VisibleTo(actor).Where(p => p.Number == number).Select(p => p.Id);
        return await db.IssuedDocuments.AsNoTracking()
            .Where(d => petitions.Contains(d.PetitionId) && (!citizen || d.ToPetitioner))
            .OrderBy(d => d.IssuedAt).ThenBy(d => d.Id)
            .Select(d => new DocumentLine(d.Id, d.Type, d.Title, d.NumberText, d.IssuedAt, d.ToPetitioner))
            .ToListAsync(ct);
    }

    /// <exception cref="NotFoundException">Missing, not the actor's, or not meant for the petitioner.</exception>
    public async Task<DocumentView> GetAsync(string number, Guid id, Actor actor, CancellationToken ct)
    {
        var citizen = actor.Kind == ActorKind.Citizen;
        var petitions = db.Petitions.VisibleTo(actor).Where(p => p.Number == number).Select(p => p.Id);
        var document = await db.IssuedDocuments.AsNoTracking()
            .Where(d => d.Id == id && petitions.Contains(d.PetitionId) && (!citizen || d.ToPetitioner))
            .SingleOrNotFoundAsync(ct);
        var template = document.TemplateId is { } used ? await db.DocumentTemplates.AsNoTracking().Where(t => t.Id == used).Select(t => t.Text).SingleAsync(ct) : null;
        var fields = JsonSerializer.Deserialize<Dictionary<string, string>>(protector.Unprotect(document.Fields))!;
        fields.TryAdd("number", document.NumberText ?? "");
        return new DocumentView(document.Id, document.PetitionId, number, document.Type, document.Title, document.NumberText,
            offices.Office(document.OfficeId)!.NameZh, document.IssuedAt,
            fields, PaperComposer.Compose(document.Type, document.Title, template, fields));
    }
}
