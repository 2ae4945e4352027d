using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain;
using Petitions.Domain.Clocks;
using Petitions.Domain.FirstHandlers;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;
using Petitions.Domain.Petitions.Replies;
using Petitions.Services.Clocks;
using Petitions.Services.Petitions.Documents;
using Petitions.Services.Petitions.Joining;
using Petitions.Services.Petitions.Screening;

namespace Petitions.Services.Petitions.Handling;

/// <summary>Reads one case for its page.</summary>
public sealed class CaseQueries(
    PetitionsDbContext db, PetitionTimelineQueries timeline, DocumentQueries documents, JoinedMatters joined, JoinQueries links, ClockCatalog clocks, TimeProvider clock)
{
    private const int ReadersShown = 50;

    /// <exception cref="NotFoundException">Missing, not in reach, or walled.</exception>
    public async Task<CaseSheet> SheetAsync(string number, Actor actor, CancellationToken ct)
    {
        var petition = await db.Petitions.VisibleTo(actor).AsNoTracking().AsSplitQuery()
            .Include(p => p.Parties).Include(p => p.Respondents).Include(p => p.Assignments).Include(p => p.Additions)
            .Where(p => p.Number == number).SingleOrNotFoundAsync(ct);
        var notes = await db.CaseNotes.AsNoTracking().Where(n => n.PetitionId == petition.Id).OrderBy(n => n.At).ThenBy(n => n.Id).ToListAsync(ct);
        var replies = await db.Replies.AsNoTracking().Where(r => r.PetitionId == petition.Id).OrderBy(r => r.Id).ToListAsync(ct);
        var running = await db.PetitionClocks.AsNoTracking().IgnoreAutoIncludes().Where(c => c.PetitionId == petition.Id).OrderBy(c => c.DueOn).ThenBy(c => c.Id).ToListAsync(ct);
        var events = await timeline.StaffAsync(petition.Id, actor, ct);
        var readers = actor.Can(Abilities.ViewReadLog)
            ? await db.ReadRecords.AsNoTracking().Where(r => r.PetitionId == petition.Id).OrderByDescending(r => r.At).Take(ReadersShown).ToListAsync(ct)
            : [];
        var names = await NamesAsync(petition, notes, replies, events, readers.Select(r => r.StaffId), ct);
        string? Name(Guid? id) => id is { } known ? names.GetValueOrDefault(known) : null;
        var mayRead = MayReadText(petition, actor);
        var today = ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime);
        return new CaseSheet
        {
            Id = petition.Id,
            Number = petition.Number,
            Files = await db.Attachments.CountAsync(a => a.PetitionId == petition.Id || joined.Of(petition.Id, actor).Any(other => other.Id == a.PetitionId), ct),
            Title = petition.Title,
            Text = mayRead ? petition.Text : null,
            Request = mayRead ? petition.Request : null,
            State = petition.State,
            Track = petition.Track,
            Category = petition.Category,
            SubCategory = petition.SubCategory,
            Channel = petition.Channel,
            IdentityMode = petition.IdentityMode,
            ReceivedAt = petition.ReceivedAt,
            ReceivedOn = petition.ReceivedOn,
            PostmarkOn = petition.PostmarkOn,
            ServicePointId = petition.ServicePointId,
            DueOn = petition.NextDueOn,
            DepartmentId = petition.DepartmentId,
            FirstHandler = Name(petition.FirstHandlerId),
            CurrentHandler = Name(petition.ActiveAssignment(AssignmentKind.CurrentHandler)?.StaffId),
            Substitute = Name(petition.ActiveAssignment(AssignmentKind.Substitute)?.StaffId),
            Outcome = petition.Outcome,
            OutcomeConfirmed = petition.OutcomeConfirmedByPetitioner,
            People = [.. petition.Parties.OrderBy(p => p.Id).Select(p => Masked.Name(p.Name))],
            Respondents = [.. petition.Respondents.OrderBy(r => r.Id).Select(r => (r.Kind, r.Name, r.Status))],
            Additions = mayRead ? [.. petition.Additions.OrderBy(a => a.At).Select(a => new CaseAddition(a.At, a.Text, a.Channel, a.HappenedOn, a.LateReason))] : [],
            Entry = petition.Channel is "Telephone" or "Letter"
                ? await db.IntakeEntries.AsNoTracking().Where(e => e.PetitionId == petition.Id).Select(e => new CaseEntry(e.CalledAt, e.EnteredAt, e.LateReason, e.ReadBack, e.EnvelopeKept)).FirstOrDefaultAsync(ct) : null,
            Joined = await joined.ListAsync(petition.Id, mayRead, actor, ct),
            Links = await links.LinksAsync(petition.Id, actor, ct),
            Clocks = [.. running.Select(c => (Clock: c, Rule: clocks.Rule(c.RuleId, c.RuleVersion)))
                .Select(pair => new CaseClock(pair.Clock.Id, pair.Rule.NameZh, pair.Rule.NameEn, pair.Clock.StartOn, pair.Clock.DueOn, pair.Clock.State, pair.Clock.LateOn(today), pair.Clock.Provisional))],
            Notes = [.. notes.Select(n => new CaseNoteLine(n.Kind, n.Text, Name(n.By) ?? "", n.At))],
            Documents = await documents.OfPetitionAsync(number, actor, ct),
            OpensDocuments = MayReadMaterial(petition, actor),
            Replies = [.. replies.Select(r => new CaseReply(r.Id, r.Kind, r.State, r.Facts, r.Law, r.Articles, r.Reason, r.ClaimAnswers, r.Assessment, r.Remedy, r.RemedyUntil,
                r.DocumentId, r.SentAt, r.ServedAt,
                [.. r.Rounds.OrderBy(x => x.Number).Select(x => new CaseRound(x.Number, x.Facts, x.Law, x.Reason, x.SubmittedAt, x.Approved, Name(x.DecidedBy), x.DecisionReason))], r.Version))],
            Timeline = [.. events.Select(e => (e, Name(e.ActorId)))],
            Readers = [.. readers.Select(r => (Name(r.StaffId) ?? "", r.At, r.What == RefusedReads.What))],
            Acts = ActsOf(petition, replies, actor),
        };
    }

    /// <summary>Text and files of report material are for its handler and for those who may read it.</summary>
    internal static bool MayReadText(Petition petition, Actor actor) =>
        petition.Confidentiality != "ReportMaterial" || petition.IsHandledBy(actor.StaffId) || ScreeningAccess.Holds(petition, actor, Abilities.ReadReportMaterial);

    /// <summary>As above, and whoever screens it before a handler is named: files and issued documents.</summary>
    internal static bool MayReadMaterial(Petition petition, Actor actor) =>
        MayReadText(petition, actor) || (petition.FirstHandlerId is null && ScreeningAccess.Holds(petition, actor, Abilities.ScreenPetitions));

    private static HashSet<CaseAct> ActsOf(Petition petition, List<Reply> replies, Actor actor)
    {
        var acts = new HashSet<CaseAct>();
        void If(bool allowed, CaseAct act)
        {
            if (allowed)
            {
                acts.Add(act);
            }
        }

        bool Can(params IReadOnlyList<string> abilities) => ScreeningAccess.Holds(petition, actor, abilities);
        var open = petition.State is not (PetitionState.Closed or PetitionState.Archived or PetitionState.Withdrawn);
        var served = replies.Exists(r => r is { Kind: "Result", State: ReplyState.Sent, ServedAt: not null });
        If(petition.State == PetitionState.Accepted && Can(Abilities.HandlePetitions), CaseAct.Start);
        If(open && Can(Abilities.HandlePetitions), CaseAct.Note);
        If(open && petition.FirstHandlerId is not null && petition.State != PetitionState.Replied && Can(Abilities.SendReplies), CaseAct.Progress);
        If(petition.State == PetitionState.InHandling && Can(Abilities.DraftReplies), CaseAct.Draft);
        If(petition.State == PetitionState.OpinionDrafted && Can(Abilities.ApproveReplies) && !petition.IsHandledBy(actor.StaffId), CaseAct.Decide);
        If(petition.State == PetitionState.Approved && Can(Abilities.SendReplies, Abilities.ConfirmClosing), CaseAct.Send);
        If(petition.State == PetitionState.Approved && Can(Abilities.SendReplies), CaseAct.Exempt);
        If(petition.State == PetitionState.Approved && Can(Abilities.ApproveReplies) && !petition.IsHandledBy(actor.StaffId), CaseAct.RevokeApproval);
        If(ScreeningService.BackTo(petition.State) is { } back && Can(back.Abilities), CaseAct.BackToScreening);
        If(petition.State == PetitionState.Replied && !served && Can(Abilities.SendReplies, Abilities.ScreenPetitions, Abilities.ConfirmClosing), CaseAct.MarkServed);
        If(petition.State == PetitionState.Replied && Can(Abilities.ConfirmClosing, Abilities.ApproveExtensions), CaseAct.Recall);
        If(open && Can(Abilities.HandlePetitions, Abilities.ConfirmClosing, Abilities.ScreenPetitions), CaseAct.Outcome);
        If(petition.Outcome is not null && PetitionMoves.All.Any(m => m.From == petition.State && m.To == PetitionState.Closed)
            && Can(Abilities.ClosePetitions, Abilities.ConfirmClosing, Abilities.ScreenPetitions), CaseAct.Close);
        If(petition.State is not (PetitionState.Closed or PetitionState.Archived) && Can(Abilities.MergePetitions), CaseAct.Join);
        If(petition.State == PetitionState.Closed && Can(Abilities.ArchivePetitions), CaseAct.Archive);
        If(open && petition.FirstHandlerId is not null && Can(Abilities.HandOverPetitions, Abilities.AssignPetitions), CaseAct.HandOver);
        return acts;
    }

    private async Task<Dictionary<Guid, string>> NamesAsync(
        Petition petition, List<CaseNote> notes, List<Reply> replies, IReadOnlyList<TimelineEvent> events, IEnumerable<Guid> readers, CancellationToken ct)
    {
        var ids = notes.Select(n => n.By)
            .Concat(replies.SelectMany(r => r.Rounds).Where(r => r.DecidedBy is not null).Select(r => r.DecidedBy!.Value))
            .Concat(events.Where(e => e.ActorId is not null).Select(e => e.ActorId!.Value))
            .Concat(petition.Assignments.Select(a => a.StaffId))
            .Concat(petition.FirstHandlerId is { } first ? [first] : [])
            .Concat(readers).Distinct().ToList();
        return await db.Staff.AsNoTracking().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, ct);
    }
}
