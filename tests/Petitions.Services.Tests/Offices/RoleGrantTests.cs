using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Domain;
using Petitions.Domain.Offices;
using Petitions.Services.Offices;
using Petitions.Services.Tests.Fixtures;

namespace Petitions.Services.Tests.Offices;

public sealed class RoleGrantTests : PetitionsTest
{
    private static readonly DateOnly Today = new(2026, 3, 2);
    private Actor first = null!;
    private Actor second = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        first = await ActorAsync((await Given.Staff("关平", "D990101-16", "SecurityAdmin")).Id);
        second = await ActorAsync((await Given.Staff("祝安", "D990101-16", "SecurityAdmin")).Id);
    }

    [Fact]
    public async Task Role_HoldsOnlyAfterAnotherPersonConfirmed()
    {
        var staff = await Given.Staff("何莉", Given.SecondDepartment);
        var proposal = await ProposeAsync(staff.Id, "CaseOfficer", first);
        Assert.False((await ActorAsync(staff.Id)).Can(Abilities.HandlePetitions));

        Assert.Equal("role.second-person", await RefusedAsync(service => service.DecideAsync(proposal, true, first, default)));
        await RunAsync<RoleGrantService>(service => service.DecideAsync(proposal, true, second, default));

        Assert.True((await ActorAsync(staff.Id)).Can(Abilities.HandlePetitions));
        var fact = await QueryAsync(db => db.Facts.AsNoTracking().SingleAsync(each => each.SubjectId == staff.Id && each.Kind == "RoleGranted"));
        Assert.Equal(second.StaffId, fact.ActorId);
        Assert.Contains(first.StaffId.ToString()!, fact.Data, StringComparison.Ordinal);
        Assert.Equal("role.decided", await RefusedAsync(service => service.DecideAsync(proposal, true, second, default)));
    }

    [Fact]
    public async Task Role_ForOneself_IsRefused() =>
        Assert.Equal("role.own", await RefusedAsync(service => service.ProposeAsync(first.StaffId!.Value, "SecurityAdmin", Today, null, first, default)));

    [Theory]
    [InlineData("SystemAdmin", "SecurityAdmin")]
    [InlineData("Auditor", "SystemAdmin")]
    [InlineData("CaseOfficer", "SystemAdmin")]
    [InlineData("SecurityAdmin", "PetitionDirector")]
    public async Task Role_OfAForbiddenPair_IsRefused(string held, string asked)
    {
        var staff = await Given.Staff("毛宁", "D990101-16", held);

        Assert.Equal("role.forbidden-pair", await RefusedAsync(service => service.ProposeAsync(staff.Id, asked, Today, null, first, default)));
    }

    [Fact]
    public async Task Role_ForbiddenByAnotherGrantedMeanwhile_IsRefusedAtConfirmation()
    {
        var staff = await Given.Staff("毛宁", "D990101-16");
        var one = await ProposeAsync(staff.Id, "SystemAdmin", first);
        var other = await ProposeAsync(staff.Id, "CaseOfficer", first);
        await RunAsync<RoleGrantService>(service => service.DecideAsync(one, true, second, default));

        Assert.Equal("role.forbidden-pair", await RefusedAsync(service => service.DecideAsync(other, true, second, default)));
    }

    [Fact]
    public async Task Revoke_EndsTheRoleToday_AndRecordsIt()
    {
        var staff = await Given.Staff("何莉", Given.SecondDepartment, "CaseOfficer");

        await RunAsync<RoleGrantService>(service => service.RevokeAsync(staff.Id, staff.Grants[0].Id, first, default));

        Assert.False((await ActorAsync(staff.Id)).Can(Abilities.HandlePetitions));
        Assert.True(await QueryAsync(db => db.Facts.AnyAsync(each => each.SubjectId == staff.Id && each.Kind == "RoleRevoked")));
    }

    [Fact]
    public async Task FirstStart_OneAsksAndTheOtherKindOfAdministratorConfirms()
    {
        await EndAsync(first);
        await EndAsync(second);
        await RunAsync<AdminBootstrap>(bootstrap => bootstrap.CreateAsync(Given.County, default));
        var security = await ActorAsync(await HolderAsync("SecurityAdmin"));
        var system = await ActorAsync(await HolderAsync("SystemAdmin"));
        var staff = await Given.Staff("何莉", Given.SecondDepartment);

        var proposal = await ProposeAsync(staff.Id, "CaseOfficer", security);
        await RunAsync<RoleGrantService>(service => service.DecideAsync(proposal, true, system, default));

        Assert.True((await ActorAsync(staff.Id)).Can(Abilities.HandlePetitions));
        await Assert.ThrowsAsync<NotFoundException>(() => ProposeAsync(staff.Id, "DepartmentHead", system));
        Assert.Equal("bootstrap.administrators-exist", (await Assert.ThrowsAsync<RuleBrokenException>(() =>
            RunAsync<AdminBootstrap>(bootstrap => bootstrap.CreateAsync(Given.County, default)))).Code);
    }

    [Fact]
    public async Task Leaving_OfOneOfTheLastTwoAdministrators_IsRefused() =>
        Assert.Equal("role.last-administrator", (await Assert.ThrowsAsync<RuleBrokenException>(() =>
            RunAsync<StaffService>(service => service.LeaveAsync(second.StaffId!.Value, first, default)))).Code);

    [Fact]
    public async Task Moving_EndsTheRolesOfTheOldDepartment()
    {
        var staff = await Given.Staff("何莉", Given.SecondDepartment, "CaseOfficer");

        await RunAsync<StaffService>(service => service.MoveAsync(staff.Id, Given.DepartmentId("D990101-04"), first, default));

        Assert.Empty((await ActorAsync(staff.Id)).Grants);
    }

    [Fact]
    public async Task Revoke_OfOneOfTheLastTwoSecurityAdministrators_IsRefused()
    {
        var grant = await QueryAsync(db => db.RoleGrants.Where(each => each.StaffId == second.StaffId).Select(each => each.Id).SingleAsync());

        Assert.Equal("role.last-administrator", await RefusedAsync(service => service.RevokeAsync(second.StaffId!.Value, grant, first, default)));
    }

    [Fact]
    public async Task Role_OfAnotherOfficeAbove_IsNotFound()
    {
        var city = await Given.Staff("郝静", "C9901-05");

        await Assert.ThrowsAsync<NotFoundException>(() => ProposeAsync(city.Id, "CaseOfficer", first));
    }

    private Task<Guid> HolderAsync(string role) => QueryAsync(db => db.RoleGrants.Where(grant => grant.Role == role).Select(grant => grant.StaffId).SingleAsync());

    /// <summary>As on a new installation: nobody is there yet.</summary>
    private Task EndAsync(Actor actor) => QueryAsync(db => db.RoleGrants.Where(grant => grant.StaffId == actor.StaffId).ExecuteDeleteAsync());

    private Task<Guid> ProposeAsync(Guid staffId, string role, Actor actor) =>
        RunAsync<RoleGrantService, Guid>(service => service.ProposeAsync(staffId, role, Today, null, actor, default));

    private async Task<string> RefusedAsync(Func<RoleGrantService, Task> act) =>
        (await Assert.ThrowsAsync<RuleBrokenException>(() => RunAsync(act))).Code;
}
