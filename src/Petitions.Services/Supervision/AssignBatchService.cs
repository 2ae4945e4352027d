using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain;
using Petitions.Domain.FirstHandlers;
using Petitions.Domain.Offices;
using Petitions.Services.FirstHandlers;
using Petitions.Services.Petitions.Screening;

namespace Petitions.Services.Supervision;

/// <summary>
/// Assigns many matters with one form: each row is its own save with its own result, so that one refusal holds nobody
/// else up. A row sent twice is done once (J6 step 2).
/// </summary>
public sealed class AssignBatchService(
    PetitionsDbContext db, AcceptanceService acceptance, AssignmentService assignments, StaffDepartments departments, UnsavedWork unsaved)
{
    /// <summary>Rows of one form (security.md C6).</summary>
    public const int Most = 20;

    /// <exception cref="RuleBrokenException">assign.too-many, petition.conflict-not-declared.</exception>
    public async Task<IReadOnlyList<AssignResult>> AssignAsync(IReadOnlyList<AssignRow> rows, bool noConflict, Actor actor, CancellationToken ct)
    {
        Rule.Require(rows.Count <= Most, "assign.too-many");
        Rule.Require(noConflict, "petition.conflict-not-declared");
        var results = new List<AssignResult>();
        foreach (var row in rows)
        {
            results.Add(new AssignResult(row, await OneAsync(row, actor, ct)));
            unsaved.Drop();
        }

        return results;
    }

    private async Task<string?> OneAsync(AssignRow row, Actor actor, CancellationToken ct)
    {
        try
        {
            return await TryAsync(row, actor, ct);
        }
        catch (RuleBrokenException broken)
        {
            return broken.Code;
        }
        catch (NotFoundException)
        {
            return "assign.not-yours";
        }
        catch (DbUpdateConcurrencyException)
        {
            unsaved.Drop();
            return await IsHeldAsync(row, actor, ct) ? null : "assign.changed";
        }
    }

    private async Task<string?> TryAsync(AssignRow row, Actor actor, CancellationToken ct)
    {
        Rule.Require(row.StaffId is not null, "handler.missing");
        var now = await db.Petitions.VisibleTo(actor).AsNoTracking().Where(p => p.Number == row.Number)
            .Select(p => new { p.Version, Accepted = p.FirstHandlerId != null }).SingleOrNotFoundAsync(ct);
        if (now.Version != row.Seen)
        {
            // The same form twice finds its own work; anything else is somebody else's.
            return await IsHeldAsync(row, actor, ct) ? null : "assign.changed";
        }

        if (now.Accepted)
        {
            await assignments.AssignAsync(new HandOverRequest(row.Number, row.StaffId, row.Reason), row.SubstituteId, actor, ct);
            return null;
        }

        var department = await departments.OfAsync(row.StaffId!.Value, ct);
        await acceptance.AcceptAsync(new AcceptRequest(row.Number, department, row.StaffId, true, row.SubstituteId, row.Reason) { Track = row.Track }, actor, ct);
        return null;
    }

    private Task<bool> IsHeldAsync(AssignRow row, Actor actor, CancellationToken ct) => db.Petitions.VisibleTo(actor)
        .AnyAsync(p => p.Number == row.Number && p.Assignments.Any(a => a.To == null && a.Kind == AssignmentKind.CurrentHandler && a.StaffId == row.StaffId), ct);
}
