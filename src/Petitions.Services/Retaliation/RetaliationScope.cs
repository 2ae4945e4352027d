using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Data.Retaliation;
using Petitions.Domain.Offices;
using Petitions.Domain.Retaliation;

namespace Petitions.Services.Retaliation;

/// <summary>The reports a person may read; figure, list, page and answer ask the same.</summary>
public sealed class RetaliationScope(PetitionsDbContext db)
{
    public IQueryable<RetaliationReport> For(Actor actor) => db.RetaliationReports.ReadableBy(db.Petitions.VisibleTo(Actor.System), actor);

    public IQueryable<RetaliationReport> Open(Actor actor) => For(actor).Where(report => report.AnsweredAt == null);
}
