using Petitions.Domain;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Notices;
using Petitions.Services.Petitions;
using Petitions.Services.Petitions.Screening;
using Petitions.Services.Routing;

namespace Petitions.Services.FirstHandlers;

/// <summary>Hand-over and substitutes: dated rows beside the first handler, who stays.</summary>
public sealed class AssignmentService(
    ScreeningAccess access, StaffDepartments departments, HandlerCheck handlers, PetitionRouter router, NoticeOutbox outbox,
    PetitionRecorder recorder, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task HandOverAsync(HandOverRequest request, Actor actor, CancellationToken ct)
    {
        var (petition, staff) = await LoadAsync(request, actor, ct);
        var fact = petition.HandOver(staff.Id, staff.DepartmentId, request.Reason ?? "", actor.StaffId, Now);
        await outbox.TellStaffAsync(petition, staff.Id, "HandlerChanged", $"HandlerChanged/{petition.Version}", new Dictionary<string, string>(), ct);
        await recorder.SaveAsync(petition, actor, [fact], ct);
    }

    /// <summary>
    /// A supervisor gives an accepted matter to another handler. To a person on leave only together with a substitute,
    /// who acts meanwhile; the first handler stays (J6 c).
    /// </summary>
    public async Task AssignAsync(HandOverRequest request, Guid? substituteId, Actor actor, CancellationToken ct)
    {
        var (petition, staff) = await LoadAsync(request, actor, ct);
        var today = Domain.Clocks.ChinaTime.DateOf(Now);
        var away = staff.IsAbsentOn(today);
        Rule.Require(!away || substituteId is not null, "petition.substitute-needed");
        List<Fact> facts = [];
        if (petition.ActiveAssignment(Domain.FirstHandlers.AssignmentKind.Substitute) is not null)
        {
            facts.Add(petition.EndSubstitute(Now));
        }

        facts.Add(petition.HandOver(staff.Id, staff.DepartmentId, request.Reason ?? "", actor.StaffId, Now));
        if (away)
        {
            var substitute = await handlers.RequireAsync(petition, substituteId!.Value, staff.DepartmentId, ct);
            Rule.Require(!substitute.IsAbsentOn(today), "petition.substitute-absent");
            facts.Add(petition.NameSubstitute(substitute.Id, staff.DepartmentId, "absent", actor.StaffId, Now));
            await outbox.TellStaffAsync(petition, substitute.Id, "SubstituteNamed", $"SubstituteNamed/{petition.Version}", new Dictionary<string, string>(), ct);
        }

        await outbox.TellStaffAsync(petition, staff.Id, "HandlerChanged", $"HandlerChanged/{petition.Version}", new Dictionary<string, string>(), ct);
        await recorder.SaveAsync(petition, actor, facts, ct);
    }

    public async Task NameSubstituteAsync(HandOverRequest request, Actor actor, CancellationToken ct)
    {
        var (petition, staff) = await LoadAsync(request, actor, ct);
        Rule.Require(petition.ActiveAssignment(Domain.FirstHandlers.AssignmentKind.CurrentHandler) is not null, "petition.no-handler");
        var fact = petition.NameSubstitute(staff.Id, staff.DepartmentId, request.Reason ?? "", actor.StaffId, Now);
        await outbox.TellStaffAsync(petition, staff.Id, "SubstituteNamed", $"SubstituteNamed/{petition.Version}", new Dictionary<string, string>(), ct);
        await recorder.SaveAsync(petition, actor, [fact], ct);
    }

    public async Task EndSubstituteAsync(string number, Actor actor, CancellationToken ct)
    {
        var petition = await access.LoadAsync(number, actor, ct, Abilities.AssignPetitions, Abilities.HandOverPetitions);
        await recorder.SaveAsync(petition, actor, [petition.EndSubstitute(Now)], ct);
    }

    private async Task<(Petition Petition, Staff Staff)> LoadAsync(HandOverRequest request, Actor actor, CancellationToken ct)
    {
        var petition = await access.LoadAsync(request.Number, actor, ct, Abilities.AssignPetitions, Abilities.HandOverPetitions);
        Rule.Require(request.StaffId is not null, "handler.missing");
        var department = await departments.OfAsync(request.StaffId!.Value, ct);
        router.RequireFree(petition, department);
        return (petition, await handlers.RequireAsync(petition, request.StaffId.Value, department, ct));
    }
}
