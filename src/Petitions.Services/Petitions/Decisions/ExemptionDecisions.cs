using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Petitions.Handling;
using Petitions.Services.Petitions.Screening;
using Petitions.Services.Reference;

namespace Petitions.Services.Petitions.Decisions;

/// <summary>
/// Exempting an approved reply from delivery (免予回复) for a coded reason. The letter is issued and kept on file all the
/// same, so that the petitioner who comes back with number and code can read it.
/// </summary>
public sealed class ExemptionDecisions(
    PetitionsDbContext db, ScreeningAccess access, DecisionDesk desk, ReplyPapers replies, ReferenceCatalog reference, TimeProvider clock) : IDecision
{
    private const string Approver = "PetitionDirector";

    public DecisionKind Kind => DecisionKind.Exemption;

    public string Ability => Abilities.ConfirmClosing;

    public async Task<Guid> ProposeAsync(ProposeExemptionRequest request, Actor actor, CancellationToken ct)
    {
        var petition = await access.LoadAsync(request.Number, actor, ct, Abilities.SendReplies);
        PetitionMoves.Require(petition.State, "ExemptReply");
        // A group of reasons (Unreachable) is named by one of its members.
        Rule.Require(reference.Holds("ExemptReason", request.ReasonCode) && !reference.Items("ExemptReason").Any(item => item.Parent == request.ReasonCode), "exempt.reason");
        Rule.Require(request.ReasonCode != "Anonymous" || petition.IdentityMode == "Anonymous", "exempt.not-anonymous");
        if (reference.Attribute("ExemptReason", request.ReasonCode, "minimumAttempts") is { } attempts)
        {
            var tried = await db.CaseNotes.CountAsync(note => note.PetitionId == petition.Id && note.Kind == CaseNoteKind.Contact, ct);
            Rule.Require(tried >= attempts.GetInt32(), "exempt.attempts");
        }

        return await desk.ProposeAsync(
            petition, new DecisionDraft { Kind = Kind, Reason = request.Reason, Ground = request.ReasonCode, ApproverRole = Approver }, actor, ct);
    }

    public async Task<IReadOnlyList<Fact>> ApproveAsync(Petition petition, DecisionProposal proposal, Actor actor, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var reply = await replies.ResultAsync(petition, ct);
        var paper = await replies.FileAsync(petition, reply, actor, ct);
        reply.Exempt(paper.Document.Id, proposal.Ground!, now);
        return [paper.Fact, petition.ExemptReply(proposal.Ground!, proposal.DecidedBy!.Value, now), .. ReplyPapers.IssuedFacts(petition, paper.Document.Id)];
    }
}
