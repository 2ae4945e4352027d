using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain;
using Petitions.Domain.Clocks;
using Petitions.Domain.Facts;
using Petitions.Domain.FirstHandlers;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Domain.Petitions.Replies;
using Petitions.Services.Notices;
using Petitions.Services.Petitions.Decisions;
using Petitions.Services.Petitions.Documents;
using Petitions.Services.Petitions.Screening;
using Petitions.Services.Reference;

namespace Petitions.Services.Petitions.Handling;

/// <summary>The reply from draft to delivery: drafted, submitted, returned or approved by another person, sent, served.</summary>
public sealed class ReplyService(
    PetitionsDbContext db, ScreeningAccess access, PetitionRecorder recorder, ReplyPapers letters, ScreeningPapers papers, NoticeOutbox outbox,
    DecisionDesk desk, ReferenceCatalog reference, RemedyRule remedies, ConflictRetry retry, TimeProvider clock)
{
    /// <summary>Code of the refusal when somebody else wrote on the draft meanwhile: the page shows both texts (security.md C10).</summary>
    public const string Changed = "reply.changed";

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Keeps the draft; an incomplete one is welcome.</summary>
    public async Task SaveDraftAsync(string number, ReplyTexts texts, Actor actor, CancellationToken ct)
    {
        var petition = await LoadAsync(number, actor, ct, Abilities.DraftReplies);
        await WriteAsync(petition, texts, actor, ct);
        await db.SaveChangesAsync(ct);
    }

    public async Task SubmitAsync(string number, ReplyTexts texts, Actor actor, CancellationToken ct)
    {
        var petition = await LoadAsync(number, actor, ct, Abilities.DraftReplies);
        var reply = await WriteAsync(petition, texts, actor, ct);
        Rule.Require(reference.Holds("ClaimAssessment", reply.Assessment), "reply.claims-missing");
        var round = reply.Submit(Now);
        db.Entry(round).State = EntityState.Added;
        await recorder.SaveAsync(petition, actor, [petition.SubmitOpinion(reply.Id, round.Number, Now)], ct);
    }

    public async Task ReturnAsync(string number, string reason, Actor actor, CancellationToken ct)
    {
        var (petition, reply) = await LoadSubmittedAsync(number, actor, ct);
        reply.Return(actor.StaffId!.Value, reason, Now);
        var fact = petition.ReturnOpinion(reply.Id, reply.Round, reason, Now);
        await outbox.TellStaffAsync(petition, reply.DraftedBy, "staff.opinion-returned", $"returned/{reply.Id:N}/{reply.Round}", new Dictionary<string, string>(), ct);
        await recorder.SaveAsync(petition, actor, [fact], ct);
    }

    public async Task ApproveAsync(string number, Actor actor, CancellationToken ct)
    {
        var (petition, reply) = await LoadSubmittedAsync(number, actor, ct);
        reply.Approve(actor.StaffId!.Value, Now);
        var fact = petition.ApproveOpinion(reply.Id, reply.Round, Now);
        await outbox.TellStaffAsync(petition, reply.DraftedBy, "staff.opinion-approved", $"approved/{reply.Id:N}/{reply.Round}", new Dictionary<string, string>(), ct);
        await recorder.SaveAsync(petition, actor, [fact], ct);
    }

    public async Task RevokeApprovalAsync(string number, string reason, Actor actor, CancellationToken ct)
    {
        var petition = await LoadAsync(number, actor, ct, Abilities.ApproveReplies);
        Rule.Require(!petition.IsHandledBy(actor.StaffId), "reply.handler-approves");
        var reply = await letters.ResultAsync(petition, ct);
        reply.RevokeApproval(Now);
        await recorder.SaveAsync(petition, actor, [petition.RevokeApproval(reply.Id, reason, Now)], ct);
    }

    /// <summary>Issues the numbered letter and tells the petitioner through the chosen channel, in one save.</summary>
    public Task SendAsync(string number, Actor actor, CancellationToken ct) => retry.RunAsync(async () =>
    {
        var petition = await LoadAsync(number, actor, ct, Abilities.SendReplies, Abilities.ConfirmClosing);
        PetitionMoves.Require(petition.State, "SendReply");
        Rule.Require(!await desk.IsWaitingAsync(petition.Id, [DecisionKind.Exemption], ct), "proposal.waiting");
        var reply = await letters.ResultAsync(petition, ct);
        var told = await letters.TellAsync(petition, reply, actor, ct);
        var document = told.OfType<Domain.Petitions.Documents.DocumentIssued>().Single().DocumentId;
        reply.Send(document, Now);
        await recorder.SaveAsync(petition, actor, [.. told, petition.SendReply(document, reply.Id, Now), .. ReplyPapers.IssuedFacts(petition, document)], ct);
    });

    /// <summary>A progress or procedural reply: one text, numbered, sent at once by the handler.</summary>
    public Task SendProgressAsync(string number, string kind, string text, Actor actor, CancellationToken ct) => retry.RunAsync(async () =>
    {
        Rule.Require(kind is "Progress" or "Procedural", "reply.kind");
        text = Rule.RequireText(text, Reply.PartMax, "reply.text-missing");
        var petition = await LoadAsync(number, actor, ct, Abilities.SendReplies, Abilities.ScreenPetitions);
        Rule.Require(petition.State is not (PetitionState.Closed or PetitionState.Archived or PetitionState.Withdrawn), "petition.closed");
        var told = await papers.TellAsync(petition, kind + "Reply", new() { ["text"] = text }, actor, null, ct);
        var document = told.OfType<Domain.Petitions.Documents.DocumentIssued>().Single().DocumentId;
        var reply = Reply.Draft(petition.Id, kind, actor.StaffId!.Value, Now);
        reply.Write(new ReplyTexts { Facts = text, Remedy = "None" }, actor.StaffId!.Value);
        reply.Send(document, Now);
        db.Replies.Add(reply);
        petition.Touch();
        Fact sent = kind == "Progress" ? new ProgressReplySent(petition.Id, document) : new ProceduralReplySent(petition.Id, document);
        await recorder.SaveAsync(petition, actor, [.. told, sent], ct);
    });

    public async Task RecallAsync(string number, string reason, Actor actor, CancellationToken ct)
    {
        var petition = await access.LoadAsync(number, actor, ct, Abilities.ConfirmClosing, Abilities.ApproveExtensions);
        var reply = await letters.ResultAsync(petition, ct);
        reply.Recall();
        await recorder.SaveAsync(petition, actor, [petition.RecallReply(reply.Id, reason, Now)], ct);
    }

    /// <summary>Staff mark a reply delivered by post or in person.</summary>
    public async Task MarkServedAsync(string number, string way, Actor actor, CancellationToken ct)
    {
        Rule.Require(reference.Holds("DeliveryWay", way), "reply.way");
        var petition = await LoadAsync(number, actor, ct, Abilities.SendReplies, Abilities.ScreenPetitions, Abilities.ConfirmClosing);
        await ServeAsync(petition, await letters.ResultAsync(petition, ct), way, actor, ct);
    }

    /// <summary>The petitioner opens the reply on the portal: that serves it, once.</summary>
    public async Task ReadByPetitionerAsync(Guid replyId, Actor actor, CancellationToken ct)
    {
        var petition = await db.Petitions.VisibleTo(actor).SingleOrNotFoundAsync(ct);
        var reply = await db.Replies.Where(r => r.Id == replyId && r.PetitionId == petition.Id).SingleOrNotFoundAsync(ct);
        if (reply.Kind == "Result")
        {
            try
            {
                await ServeAsync(petition, reply, "Portal", actor, ct);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Two windows opened it at once: it is served, which is all reading has to do.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task ServeAsync(Petition petition, Reply reply, string way, Actor actor, CancellationToken ct)
    {
        if (Serve(petition, reply, way) is { Count: > 0 } facts)
        {
            await recorder.SaveAsync(petition, actor, facts, ct);
        }
    }

    /// <summary>Serves a reply within a unit of work of the caller, who records the facts; none when it was served before.</summary>
    public IReadOnlyList<Fact> Serve(Petition petition, Reply reply, string way)
    {
        if (!reply.Serve(remedies.Until(reply.Remedy, ChinaTime.DateOf(Now)), Now))
        {
            return [];
        }

        petition.Touch();
        if (way != Domain.Notices.Notice.Portal)
        {
            // Whoever reads it on the portal is asked on the page itself.
            outbox.TellPetitioner(petition, "rating.invited", $"rating/{reply.Id:N}", new Dictionary<string, string>());
        }

        return [new ResultReplyServed(petition.Id, reply.Id, way), new OpinionServed(petition.Id, reply.Id), new RatingInvited(petition.Id, reply.Id)];
    }

    private async Task<Petition> LoadAsync(string number, Actor actor, CancellationToken ct, params IReadOnlyList<string> abilities) =>
        await access.LoadAsync(number, actor, ct, abilities);

    private async Task<Reply> WriteAsync(Petition petition, ReplyTexts texts, Actor actor, CancellationToken ct)
    {
        Rule.Require(petition.State == PetitionState.InHandling, "petition.wrong-state");
        var reply = await db.Replies.SingleOrDefaultAsync(r => r.PetitionId == petition.Id && r.Kind == "Result" && (r.State == ReplyState.Draft || r.State == ReplyState.Returned), ct);
        Rule.Require(texts.Seen is null || texts.Seen == (reply?.Version ?? 0), Changed);
        if (reply is null)
        {
            reply = Reply.Draft(petition.Id, "Result", actor.StaffId!.Value, Now);
            db.Replies.Add(reply);
        }

        reply.Write(texts with { Remedy = remedies.For(petition) }, actor.StaffId!.Value);
        return reply;
    }

    private async Task<(Petition Petition, Reply Reply)> LoadSubmittedAsync(string number, Actor actor, CancellationToken ct)
    {
        var petition = await LoadAsync(number, actor, ct, Abilities.ApproveReplies);
        var reply = await letters.ResultAsync(petition, ct);
        // Handler and approver are a forbidden pair on one matter, whatever roles the person holds.
        Rule.Require(!petition.IsHandledBy(actor.StaffId) && petition.ActiveAssignment(AssignmentKind.CurrentHandler)?.StaffId != actor.StaffId, "reply.handler-approves");
        Rule.Require(await access.HoldsRoleAsync(actor.StaffId!.Value, petition.OfficeId, Approvers.AtLeast(letters.ApproverOf(petition)), ct), "reply.leader-approves");
        return (petition, reply);
    }
}
