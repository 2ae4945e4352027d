using Petitions.Domain;
using Petitions.Domain.Clocks;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Clocks;
using Petitions.Services.FirstHandlers;
using Petitions.Services.Petitions.Documents;
using Petitions.Services.Reference;

namespace Petitions.Services.Petitions.Screening;

/// <summary>The verbs of screening (甄别) that one person may do alone (domain.md 2.3).</summary>
public sealed class ScreeningService(
    ScreeningAccess access, PetitionRecorder recorder, ScreeningPapers papers, WallKeeper walls, ClockCatalog clocks,
    ReferenceCatalog reference, ConflictRetry retry, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task StartAsync(string number, bool noConflict, Actor actor, CancellationToken ct)
    {
        var petition = await access.LoadAsync(number, actor, ct, Abilities.ScreenPetitions);
        await recorder.SaveAsync(petition, actor, [petition.StartScreening(noConflict, Now)], ct);
    }

    public async Task ClassifyAsync(ClassifyRequest request, Actor actor, CancellationToken ct)
    {
        var found = request.Found;
        Rule.Require(reference.Holds("Track", found.Track) && !reference.Flag("Track", found.Track, "ruleOnly"), "petition.track");
        Rule.Require(reference.Holds("PetitionCategory", found.Category), "petition.category");
        Rule.Require(found.SubCategory is null || reference.Find("PetitionSubCategory", found.SubCategory)?.Parent == found.Category, "petition.sub-category");
        Rule.Require(reference.Holds("Urgency", found.Urgency), "petition.urgency");
        Rule.Require(reference.Holds("ConfidentialityLevel", found.Confidentiality), "petition.confidentiality");
        Rule.Require(found.Conditions.All(code => reference.Holds("RuleCondition", code)), "petition.condition");
        var petition = await access.LoadAsync(request.Number, actor, ct, Abilities.ScreenPetitions);
        await recorder.SaveAsync(petition, actor, petition.Classify(found), ct);
    }

    /// <summary>Names a further respondent; whoever it walls loses the matter in the same save.</summary>
    public async Task NameRespondentAsync(NameRespondentRequest request, Actor actor, CancellationToken ct)
    {
        var petition = await access.LoadAsync(request.Number, actor, ct, Abilities.ScreenPetitions, Abilities.AssignPetitions, Abilities.HandlePetitions);
        Rule.Require(petition.State is not (PetitionState.Closed or PetitionState.Archived), "petition.closed");
        var named = petition.AddRespondent(request.Details, Now);
        await recorder.SaveAsync(petition, actor, [named, .. await walls.PassOnAsync(petition, actor, ct)], ct);
    }

    public async Task ConfirmRespondentAsync(ConfirmRespondentRequest request, Actor actor, CancellationToken ct)
    {
        var petition = await access.LoadAsync(request.Number, actor, ct, Abilities.ScreenPetitions, Abilities.AssignPetitions);
        var respondent = petition.Respondents.SingleOrDefault(r => r.Id == request.RespondentId) ?? throw new NotFoundException();
        Fact fact = request.Clear
            ? respondent.Clear()
            // A person already known stays named: only clearing takes that wall down.
            : respondent.Confirm(request.OfficeId ?? respondent.OfficeId, request.DepartmentId, request.StaffId ?? respondent.StaffId);
        petition.Touch();
        await recorder.SaveAsync(petition, actor, [fact, .. await walls.PassOnAsync(petition, actor, ct)], ct);
    }

    public Task RequestMaterialsAsync(RequestMaterialsRequest request, Actor actor, CancellationToken ct) => retry.RunAsync(async () =>
    {
        var petition = await access.LoadAsync(request.Number, actor, ct, Abilities.ScreenPetitions);
        Rule.Require(!await access.HasFactAsync(petition, nameof(MaterialsRequested), ct), "petition.materials-once");
        var items = Rule.RequireText(request.Items, IssuedItemsMax, "petition.materials-items");
        var today = ChinaTime.DateOf(Now);
        var until = request.Until ?? clocks.DueOf("MATERIALS_SUPPLY_15D", today)!.Due;
        var fact = petition.RequestMaterials(Guid.CreateVersion7(clock.GetUtcNow()), items, until, Now);
        var told = await papers.TellAsync(petition, "MaterialsNotice", new() { ["items"] = items, ["until"] = ScreeningPapers.Day(until) }, actor, null, ct);
        await recorder.SaveAsync(petition, actor, [fact, .. told], ct);
    });

    public async Task ResumeAsync(string number, Actor actor, CancellationToken ct)
    {
        var petition = await access.LoadAsync(number, actor, ct, Abilities.ScreenPetitions);
        await recorder.SaveAsync(petition, actor, [petition.ResumeScreening(Now)], ct);
    }

    /// <summary>Answers a simple matter at once: the answer is a numbered reply, and the matter may be closed.</summary>
    public Task AnswerOnTheSpotAsync(string number, string answer, Actor actor, CancellationToken ct) => retry.RunAsync(async () =>
    {
        var petition = await access.LoadAsync(number, actor, ct, Abilities.AnswerOnTheSpot);
        var fact = petition.AnswerOnTheSpot(answer, Now);
        var told = await papers.TellAsync(petition, "ProceduralReply", new() { ["text"] = fact.Answer }, actor, null, ct);
        await recorder.SaveAsync(petition, actor, [fact, .. told], ct);
    });

    /// <summary>Takes a refusal, a transfer or an answer on the spot up again, with a reason.</summary>
    /// <exception cref="NotFoundException">Out of reach, or the ability for this state is missing.</exception>
    public async Task BackToScreeningAsync(string number, string? reason, Actor actor, CancellationToken ct)
    {
        var petition = await access.ReadAsync(number, actor, ct);
        var back = BackTo(petition.State);
        Rule.Require(back is not null, "petition.wrong-state");
        if (!ScreeningAccess.Holds(petition, actor, back!.Value.Abilities))
        {
            throw new NotFoundException();
        }

        await recorder.SaveAsync(petition, actor, [back.Value.Move(petition, reason ?? "", Now)], ct);
    }

    /// <summary>How a matter in this state goes back to screening, and who may do it (petition_moves.csv); null when it cannot.</summary>
    public static (IReadOnlyList<string> Abilities, Func<Petition, string, DateTime, Fact> Move)? BackTo(PetitionState state) => state switch
    {
        PetitionState.NotAccepted => ([Abilities.ApproveNonAcceptance], (p, reason, now) => p.RevokeRefusal(reason, now)),
        PetitionState.Transferred => ([Abilities.TransferPetitions, Abilities.ApproveTransfers], (p, reason, now) => p.TakeBackTransfer(reason, now)),
        PetitionState.AnsweredOnTheSpot => ([Abilities.ScreenPetitions], (p, reason, now) => p.ScreenAfterAnswer(reason, now)),
        _ => null,
    };

    private const int IssuedItemsMax = 2_000;
}
