using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Data.Petitions;
using Petitions.Domain.Clocks;
using Petitions.Domain.Commitments;
using Petitions.Domain.FirstHandlers;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Clocks;
using Petitions.Services.Files.Attachments;
using Petitions.Services.Reference;

namespace Petitions.Services.Petitions;

/// <summary>What a petitioner reads of the one matter he opened.</summary>
public sealed class CitizenPetitionQueries(
    PetitionsDbContext db, PetitionTimelineQueries timeline, ReferenceCatalog reference, ClockCatalog clocks, FilingRules rules, ColumnProtector protector,
    AttachmentQueries attachments)
{
    // Duties towards the petitioner; the office's inner limits are none of a citizen's worries.
    private static readonly string[] Promised = ["PROC_REPLY_7D", "RESULT_REPLY_3M", "RESULT_FINAL_3M", "ORD_NOTICE_15D", "ORD_HANDLE_60D"];

    /// <summary>State, people, dates and timeline; null when the actor opened no matter.</summary>
    public async Task<CitizenStatus?> StatusAsync(Actor actor, CancellationToken ct)
    {
        var row = await db.Petitions.VisibleTo(actor).AsNoTracking().Select(p => new
        {
            p.Id,
            p.Number,
            p.State,
            p.Category,
            p.SubCategory,
            p.IdentityMode,
            p.ReceivedAt,
            p.OfficeId,
            p.DepartmentId,
            p.FirstHandlerDepartmentId,
            JoinedTo = db.PetitionLinks.Where(link => link.PetitionId == p.Id && link.SamePerson && link.Kind == PetitionLinkKind.Merged && link.EndedAt == null)
                .Select(link => db.Petitions.VisibleTo(Actor.System).Where(target => target.Id == link.TargetId).Select(target => target.Number).FirstOrDefault()).FirstOrDefault(),
            CommitmentWaits = db.Commitments.Any(c => c.PetitionId == p.Id && c.State == CommitmentState.Offered),
            ReviewedIn = db.PetitionLinks.Where(link => link.TargetId == p.Id && link.Kind == PetitionLinkKind.ReviewOf && link.EndedAt == null)
                .Select(link => db.Petitions.VisibleTo(Actor.System).Where(review => review.Id == link.PetitionId).Select(review => review.Number).FirstOrDefault()).FirstOrDefault(),
            First = db.Staff.Where(s => s.Id == p.FirstHandlerId).Select(s => new { s.Name, s.Phone }).FirstOrDefault(),
            Current = db.Staff.Where(s => p.Assignments.Any(a => a.Kind == AssignmentKind.CurrentHandler && a.To == null && a.StaffId == s.Id))
                .Select(s => s.Name).FirstOrDefault(),
        }).SingleOrDefaultAsync(ct);
        if (row is null)
        {
            return null;
        }

        var running = await db.PetitionClocks.AsNoTracking()
            .Where(c => c.PetitionId == row.Id && (c.State == ClockState.Running || c.State == ClockState.Paused) && Promised.Contains(c.RuleId))
            .Select(c => new { c.RuleId, c.RuleVersion, c.DueOn, c.Provisional }).ToListAsync(ct);
        return new CitizenStatus
        {
            Number = row.Number,
            // Joined to the matter of somebody else: the neutral word of a matter in hand (petition_states.csv, Merged).
            State = row.State == PetitionState.Merged && row.JoinedTo is null ? PetitionState.InHandling : row.State,
            JoinedTo = row.JoinedTo,
            ReviewedIn = row.ReviewedIn,
            CommitmentWaits = row.CommitmentWaits,
            Category = row.Category,
            ReceivedAt = row.ReceivedAt,
            OfficeId = row.OfficeId,
            DepartmentId = row.DepartmentId,
            FirstHandlerName = row.First?.Name,
            FirstHandlerPhone = row.First?.Phone,
            FirstHandlerDepartmentId = row.FirstHandlerDepartmentId,
            CurrentHandlerName = row.Current == row.First?.Name ? null : row.Current,
            Remedy = reference.Text("PetitionSubCategory", row.SubCategory, "remedy") ?? reference.Text("PetitionCategory", row.Category, "remedy") ?? "None",
            Anonymous = !rules.IsNamed(row.IdentityMode),
            MayAdd = row.State is not (PetitionState.Closed or PetitionState.Archived),
            MayWithdraw = PetitionMoves.All.Any(move => move.From == row.State && move.To == PetitionState.Withdrawn),
            MayResume = row.State == PetitionState.Withdrawn,
            // Two duties that end on one day are one date to the petitioner: the one he was told on the receipt.
            Dues = [.. running.OrderBy(c => c.DueOn).ThenBy(c => Array.IndexOf(Promised, c.RuleId)).DistinctBy(c => c.DueOn).Select(c => (Clock: c, Rule: clocks.Rule(c.RuleId, c.RuleVersion)))
                .Select(pair => new CitizenDue(pair.Clock.RuleId, pair.Rule.NameZh, pair.Rule.NameEn, pair.Clock.DueOn, pair.Clock.Provisional))],
            Timeline = await timeline.CitizenAsync(row.Id, actor, ct),
        };
    }

    /// <summary>The petitioner's own words and identity; the caller has asked for the code again.</summary>
    public async Task<FiledMatter?> FiledAsync(Actor actor, CancellationToken ct)
    {
        var petition = await db.Petitions.VisibleTo(actor).AsNoTracking().AsSplitQuery()
            .Include(p => p.Parties).Include(p => p.Respondents).Include(p => p.Additions).SingleOrDefaultAsync(ct);
        return petition is null ? null : new FiledMatter
        {
            PetitionId = petition.Id,
            Files = await attachments.CitizenListAsync(actor, ct),
            Number = petition.Number,
            Category = petition.Category,
            SubCategory = petition.SubCategory,
            IdentityMode = petition.IdentityMode,
            Title = petition.Title,
            Request = petition.Request,
            Text = petition.Text,
            People = [.. petition.Parties.OrderBy(party => party.Id).Select(party => Person(party.Name, party.Identity))],
            Respondents = petition.Content.Respondents,
            Additions = [.. petition.Additions.OrderBy(a => a.At).ThenBy(a => a.Id).Select(a => (a.At, a.Text))],
        };
    }

    private FiledPerson Person(string? name, string? identity)
    {
        var block = identity is null ? new() : protector.UnprotectBlock(identity);
        return new FiledPerson { Name = name ?? block.SealedName, IdKind = block.IdKind, IdNumber = block.IdNumber, Phone = block.Phone, Email = block.Email, Address = block.Address };
    }
}
