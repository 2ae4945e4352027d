using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Petitions.Handling;
using Petitions.Services.Petitions.Screening;

namespace Petitions.Services.Petitions.Documents.OnDemand;

/// <summary>Issues a document somebody asks for: numbered like every other, its data kept, its fact recorded in the same save.</summary>
public sealed class OnDemandService(PetitionsDbContext db, ScreeningAccess access, OnDemandFields fields, DocumentIssuer issuer, PetitionRecorder recorder, ConflictRetry retry)
{
    /// <returns>The document.</returns>
    /// <exception cref="NotFoundException">Missing, not in reach, walled, closed to the person, or a type he may not issue.</exception>
    /// <exception cref="RuleBrokenException">document.seen when another document came first, document.… when it does not fit the matter.</exception>
    public async Task<Guid> IssueAsync(IssueOnDemand asked, Actor actor, CancellationToken ct)
    {
        try
        {
            return await retry.RunAsync(() => IssueOnceAsync(asked, actor, ct));
        }
        catch (DbUpdateException lost) when (lost.Entries.Any(entry => entry.Entity is FactRecord or ChainHead or Petition))
        {
            // The same press twice at the same moment: one of them is the document, and there is no second.
            db.ChangeTracker.Clear();
            throw new RuleBrokenException("document.seen");
        }
    }

    private async Task<Guid> IssueOnceAsync(IssueOnDemand asked, Actor actor, CancellationToken ct)
    {
        var petition = await access.LoadAsync(asked.Number, actor, ct, OnDemandTypes.AbilitiesOf(asked.Type));
        if (!CaseQueries.MayReadMaterial(petition, actor))
        {
            throw new NotFoundException();
        }

        Rule.Require(await db.IssuedDocuments.CountAsync(d => d.PetitionId == petition.Id, ct) == asked.Seen, "document.seen");
        // Who counted before another press was saved must not be saved after it: the chain's head is read too late to tell.
        petition.Touch();
        var paper = await issuer.IssueAsync(petition, asked.Type, await fields.OfAsync(petition, asked, actor, ct), actor, ct);
        await recorder.SaveAsync(petition, actor, [paper.Fact], ct);
        return paper.Document.Id;
    }
}
