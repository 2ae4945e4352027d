using Petitions.Domain;
using Petitions.Domain.Clocks;
using Petitions.Domain.Facts;
using Petitions.Domain.FirstHandlers;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.FirstHandlers;
using Petitions.Services.Notices;
using Petitions.Services.Offices;
using Petitions.Services.Petitions.Decisions;
using Petitions.Services.Petitions.Documents;
using Petitions.Services.Routing;

namespace Petitions.Services.Petitions.Screening;

/// <summary>Acceptance (受理): office, department and first handler together, or not at all.</summary>
public sealed class AcceptanceService(
    ScreeningAccess access, DecisionDesk desk, PetitionRouter router, HandlerCheck handlers, OfficeCatalog offices,
    ScreeningPapers papers, NoticeOutbox outbox, PetitionRecorder recorder, ConflictRetry retry, TimeProvider clock)
{
    // A lead on a crime the procuratorate itself investigates goes to the department that does (CP19-166).
    private const string InvestigationLead = "C1";

    public Task AcceptAsync(AcceptRequest request, Actor actor, CancellationToken ct) => retry.RunAsync(async () =>
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var petition = await access.LoadAsync(request.Number, actor, ct, Abilities.AcceptPetitions);
        List<Fact> facts = [.. Screen(petition, request, actor, now)];
        PetitionMoves.Require(petition.State, "Accept");
        Rule.Require(!await desk.IsWaitingAsync(petition.Id, [DecisionKind.Refusal, DecisionKind.Transfer], ct), "proposal.waiting");
        var proposal = await router.ProposeAsync(petition, ct);
        var department = offices.Department(request.DepartmentId);
        Rule.Require(department is { Enabled: true }, "petition.department-missing");
        router.RequireFree(petition, department!.Id);
        Rule.Require(request.FirstHandlerId is not null, "petition.first-handler-missing");
        var handler = await handlers.RequireAsync(petition, request.FirstHandlerId!.Value, department.Id, ct);
        var away = handler.IsAbsentOn(ChinaTime.DateOf(now));
        Rule.Require(!away || request.SubstituteId is not null, "petition.substitute-needed");

        facts.AddRange(petition.Accept(new Responsible(department.OfficeId, department.Id, handler.Id), request.NoConflict, actor.StaffId, now));
        facts.Add(petition.Route(proposal.RuleCode, department.Id));
        if (proposal.DepartmentId != department.Id)
        {
            var reason = Rule.RequireText(request.OverrideReason, Assignment.ReasonMax, "routing.override-reason");
            facts.Add(new RoutingOverridden(petition.Id, proposal.RuleCode, proposal.DepartmentId, department.Id, reason));
        }

        if (petition.SubCategory == InvestigationLead && !department.IsPetitionDepartment)
        {
            facts.Add(new LeadTransferred(petition.Id, department.Id));
        }

        if (away)
        {
            var substitute = await handlers.RequireAsync(petition, request.SubstituteId!.Value, department.Id, ct);
            Rule.Require(!substitute.IsAbsentOn(ChinaTime.DateOf(now)), "petition.substitute-absent");
            facts.Add(petition.NameSubstitute(substitute.Id, department.Id, "absent", actor.StaffId, now));
        }

        var fields = new Dictionary<string, string>
        {
            ["acceptedOn"] = ScreeningPapers.Day(ChinaTime.DateOf(now)),
            ["department"] = department.NameZh,
            ["handler"] = handler.Name,
            ["limit"] = papers.ReplyLimit(petition),
        };
        facts.AddRange(await papers.TellAsync(petition, "AcceptanceNotice", fields, actor, id => new AcceptanceNoticeSent(petition.Id, id), ct));
        await outbox.TellStaffAsync(petition, handler.Id, "FirstHandlerNamed", "FirstHandlerNamed", new Dictionary<string, string>(), ct);
        await recorder.SaveAsync(petition, actor, facts, ct);
    });

    /// <summary>Begins screening and sets the track where nobody has done it yet and the request says so; who may screen may do it here.</summary>
    private static IEnumerable<Fact> Screen(Petition petition, AcceptRequest request, Actor actor, DateTime now)
    {
        if (request.Track is not { } track || !ScreeningAccess.Holds(petition, actor, Abilities.ScreenPetitions))
        {
            yield break;
        }

        if (petition.State == PetitionState.Registered)
        {
            yield return petition.StartScreening(request.NoConflict, now);
        }

        if (petition is { State: PetitionState.Screening, Track: null })
        {
            foreach (var fact in petition.Classify(new Classification
            {
                Track = track,
                Category = petition.Category,
                SubCategory = petition.SubCategory,
                Urgency = petition.Urgency,
                Confidentiality = petition.Confidentiality,
                IsProcuratorateRelated = petition.IsProcuratorateRelated,
                Conditions = CsvTable.Codes(petition.Conditions),
            }))
            {
                yield return fact;
            }
        }
    }
}
