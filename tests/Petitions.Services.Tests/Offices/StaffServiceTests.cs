using Microsoft.EntityFrameworkCore;
using Petitions.Domain;
using Petitions.Domain.Offices;
using Petitions.Services.Offices;
using Petitions.Services.Tests.Fixtures;

namespace Petitions.Services.Tests.Offices;

public sealed class StaffServiceTests : PetitionsTest
{
    private Actor admin = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var staff = await Given.Staff("关平", "D990101-16", "SecurityAdmin");
        admin = await ActorAsync(staff.Id);
    }

    [Fact]
    public async Task JoinAsync_MakesAPersonWhoMustSetAPasswordFirst()
    {
        var (id, password) = await JoinAsync("newcomer");

        var answer = await RunAsync<AccountService, SignInAnswer>(accounts => accounts.SignInAsync("newcomer", password, null, default));
        Assert.True(answer.MustChangePassword);
        Assert.True(await QueryAsync(db => db.Facts.AnyAsync(fact => fact.SubjectId == id && fact.Kind == "StaffChanged")));
    }

    [Fact]
    public async Task JoinAsync_WithATakenUserName_SavesNothing()
    {
        await JoinAsync("newcomer");

        var broken = await Assert.ThrowsAsync<RuleBrokenException>(() => JoinAsync("Newcomer"));

        Assert.Equal("account.user-name", broken.Code);
        Assert.Equal(1, await QueryAsync(db => db.Staff.CountAsync(staff => staff.Name == "新人")));
    }

    [Fact]
    public async Task LeaveAsync_EndsRolesAndAccount()
    {
        var (id, password) = await JoinAsync("leaver");

        await RunAsync<StaffService>(service => service.LeaveAsync(id, admin, default));

        Assert.Null(await RunAsync<ActorSource, Actor?>(source => source.OfAsync(id, default)));
        Assert.Null((await RunAsync<AccountService, SignInAnswer>(accounts => accounts.SignInAsync("leaver", password, null, default))).Session);
    }

    [Fact]
    public async Task ResetPasswordAsync_EndsTheOldPassword()
    {
        var (id, old) = await JoinAsync("forgetful");

        var next = await RunAsync<StaffService, string>(service => service.ResetPasswordAsync(id, admin, default));

        Assert.Null((await RunAsync<AccountService, SignInAnswer>(accounts => accounts.SignInAsync("forgetful", old, null, default))).Session);
        Assert.NotNull((await RunAsync<AccountService, SignInAnswer>(accounts => accounts.SignInAsync("forgetful", next, null, default))).Session);
    }

    [Fact]
    public async Task MoveAndAbsence_AreRecorded()
    {
        var (id, _) = await JoinAsync("mover");

        await RunAsync<StaffService>(service => service.MoveAsync(id, Given.DepartmentId(Given.SecondDepartment), admin, default));
        await RunAsync<StaffService>(service => service.RecordAbsenceAsync(id, new DateOnly(2026, 3, 3), new DateOnly(2026, 3, 5), admin, default));

        var sheet = await RunAsync<StaffQueries, StaffSheet>(queries => queries.SheetAsync(id, admin, default));
        Assert.Equal(Given.DepartmentId(Given.SecondDepartment), sheet.DepartmentId);
        Assert.Equal(new DateOnly(2026, 3, 5), Assert.Single(sheet.Absences).To);
        Assert.Equal(3, await QueryAsync(db => db.Facts.CountAsync(fact => fact.SubjectId == id)));
    }

    /// <summary>UX-084, and the pages hold everybody once also where fifty people of one name stand on both sides of a page's end.</summary>
    [Fact]
    public async Task ListAsync_IsByPinyin_AndItsPagesHoldEverybodyOnce()
    {
        foreach (var name in new[] { "赵敏", "安心", "王磊", "李明" }.Concat(Enumerable.Repeat("刘芳", StaffQueries.PageSize)))
        {
            await Given.Staff(name, Given.PetitionDepartment);
        }

        var seen = new List<StaffLine>();
        Guid? after = null;
        do
        {
            var (lines, next) = await RunAsync<StaffQueries, (IReadOnlyList<StaffLine>, Guid?)>(queries => queries.ListAsync(null, null, after, admin, default));
            seen.AddRange(lines);
            after = next;
        }
        while (after is not null);

        Assert.Equal(["安心", "关平", "李明", "刘芳", "王磊", "赵敏"], seen.Select(line => line.Name).Distinct());
        Assert.Equal(StaffQueries.PageSize + 5, seen.Select(line => line.Id).Distinct().Count());
        Assert.Equal(seen.Count, seen.Select(line => line.Id).Distinct().Count());
    }

    private Task<(Guid StaffId, string Password)> JoinAsync(string userName) => RunAsync<StaffService, (Guid, string)>(service =>
        service.JoinAsync(new NewStaff("新人", null, Given.DepartmentId(Given.PetitionDepartment), userName), admin, default));
}
