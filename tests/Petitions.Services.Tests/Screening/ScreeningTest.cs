using Petitions.Domain;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Offices;
using Petitions.Services.Petitions.Screening;
using Petitions.Services.Tests.Fixtures;

namespace Petitions.Services.Tests.Screening;

/// <summary>A screening officer, a director and a case officer of the county office, and short ways to act as them.</summary>
public abstract class ScreeningTest : PetitionsTest
{
    protected Staff Officer { get; private set; } = null!;

    protected Staff Director { get; private set; } = null!;

    protected Staff Handler { get; private set; } = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Officer = await Given.Staff("陈静", Given.PetitionDepartment, "ScreeningOfficer");
        Director = await Given.Staff("周正", Given.PetitionDepartment, "PetitionDirector");
        Handler = await Given.Staff("李航", Given.PetitionDepartment, "CaseOfficer");
    }

    protected Task<Actor> As(Staff staff) => ActorAsync(staff.Id);

    protected async Task ActAs<TService>(Staff staff, Func<TService, Actor, Task> act)
        where TService : notnull
    {
        var actor = await As(staff);
        await RunAsync<TService>(service => act(service, actor));
    }

    protected async Task<string> RefusedAs<TService>(Staff staff, Func<TService, Actor, Task> act)
        where TService : notnull => (await Assert.ThrowsAsync<RuleBrokenException>(() => ActAs(staff, act))).Code;

    /// <summary>A matter in screening, its track set.</summary>
    protected async Task<Petition> Screened(Func<NewPetition, NewPetition>? change = null, string track = "LitigationRights")
    {
        var petition = await Given.Petition(change);
        await ActAs<ScreeningService>(Officer, (service, actor) => service.StartAsync(petition.Number, true, actor, default));
        await ActAs<ScreeningService>(Officer, (service, actor) => service.ClassifyAsync(
            new ClassifyRequest(petition.Number, new Classification { Track = track, Category = petition.Category, SubCategory = petition.SubCategory }), actor, default));
        return petition;
    }

    protected async Task<Petition> Accepted(Func<NewPetition, NewPetition>? change = null)
    {
        var petition = await Screened(change);
        await ActAs<AcceptanceService>(Officer, (service, actor) => service.AcceptAsync(Acceptance(petition, Handler), actor, default));
        return petition;
    }

    protected AcceptRequest Acceptance(Petition petition, Staff handler) =>
        new(petition.Number, handler.DepartmentId, handler.Id, NoConflict: true, OverrideReason: null);
}
