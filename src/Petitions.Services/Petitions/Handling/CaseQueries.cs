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

/// <summary>One case as its page shows it to a person.</summary>
public sealed class CaseQueries(CaseReads reads, ClockCatalog clocks, TimeProvider clock)
{
    /// <exception cref="NotFoundException">Missing, not in reach, or walled.</exception>
    public async Task<CaseSheet> SheetAsync(string number, Actor actor, CancellationToken ct)
    {
        var rows = await reads.OfAsync(number, actor, ct);
        var (petition, names) = (rows.Petition, rows.Names);
        string? Name(Guid? id) => id is { } known ? names.GetValueOrDefault(known) : null;
        var mayRead = MayReadText(petition, actor);
        var today = ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime);
        return new CaseSheet
        {
            Id = petition.Id,
            Number = petition.Number,
            Files = rows.Files,
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
            People = [.. rows.PartyNames.Select(Masked.Name)],
            Respondents = [.. rows.Respondents.Select(r => (r.Kind, r.Name, r.Status))],
            Additions = mayRead ? [.. rows.Additions.Select(a => new CaseAddition(a.At, a.Text, a.Channel, a.HappenedOn, a.LateReason))] : [],
            Entry = rows.Entry,
            Joined = JoinedMatters.Shown(rows.Joined, mayRead),
            Links = rows.Links,
            Clocks = [.. rows.Clocks.Select(c => (Clock: c, Rule: clocks.Rule(c.RuleId, c.RuleVersion)))
                .Select(pair => new CaseClock(pair.Clock.Id, pair.Rule.NameZh, pair.Rule.NameEn, pair.Clock.StartOn, pair.Clock.DueOn, pair.Clock.State, pair.Clock.LateOn(today), pair.Clock.Provisional))],
            Notes = [.. rows.Notes.Select(n => new CaseNoteLine(n.Kind, n.Text, Name(n.By) ?? "", n.At))],
            Documents = rows.Documents,
            OpensDocuments = MayReadMaterial(petition, actor),
            Replies = [.. rows.Replies.Select(r => new CaseReply(r.Id, r.Kind, r.State, r.Facts, r.Law, r.Articles, r.Reason, r.ClaimAnswers, r.Assessment, r.Remedy, r.RemedyUntil,
                r.DocumentId, r.SentAt, r.ServedAt,
                [.. r.Rounds.OrderBy(x => x.Number).Select(x => new CaseRound(x.Number, x.Facts, x.Law, x.Reason, x.SubmittedAt, x.Approved, Name(x.DecidedBy), x.DecisionReason))], r.Version))],
            Timeline = [.. rows.Events.Select(e => (e, Name(e.ActorId)))],
            Readers = [.. rows.Readers.Select(r => (Name(r.StaffId) ?? "", r.At, r.What == RefusedReads.What))],
            Acts = ActsOf(petition, rows.Replies, actor),
            ForeignReads = rows.ForeignReads,
        };
    }

    /// <summary>Text and files of report material are for its handler and for those who may read it.</summary>
    internal static bool MayReadText(Petition petition, Actor actor) =>
        petition.Confidentiality != "ReportMaterial" || petition.IsHandledBy(actor.StaffId) || ScreeningAccess.Holds(petition, actor, Abilities.ReadReportMaterial);

    /// <summary>As above, and whoever screens it before a handler is named: files and issued documents.</summary>
    internal static bool MayReadMaterial(Petition petition, Actor actor) =>
        MayReadText(petition, actor) || (petition.FirstHandlerId is null && ScreeningAccess.Holds(petition, actor, Abilities.ScreenPetitions));

    private static HashSet<CaseAct> ActsOf(Petition petition, IReadOnlyList<Reply> replies, Actor actor)
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
        var served = replies.Any(r => r is { Kind: "Result", State: ReplyState.Sent, ServedAt: not null });
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
}
