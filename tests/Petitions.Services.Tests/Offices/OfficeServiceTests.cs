using Microsoft.EntityFrameworkCore;
using Petitions.Domain;
using Petitions.Domain.Offices;
using Petitions.Services.Offices;
using Petitions.Services.Tests.Fixtures;

namespace Petitions.Services.Tests.Offices;

public sealed class OfficeServiceTests : PetitionsTest
{
    private Actor admin = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var staff = await Given.Staff("毛宁", "D990101-16", "SystemAdmin");
        admin = await ActorAsync(staff.Id);
    }

    [Fact]
    public async Task ChangeDepartmentAsync_RenamesAndRecords()
    {
        var unit = Unit(Given.SecondDepartment);

        await ChangeAsync(unit, Details(unit) with { NameZh = "第二检察部（新）" });

        Assert.Equal("第二检察部（新）", Unit(Given.SecondDepartment).NameZh);
        Assert.True(await QueryAsync(db => db.Facts.AnyAsync(fact => fact.Kind == "OfficeChanged" && fact.SubjectId == unit.OfficeId)));
        Assert.Equal("reference.newer-version", await RefusedAsync(unit, Details(unit)));
    }

    [Fact]
    public async Task ChangeDepartmentAsync_KeepsOnePetitionDepartmentAndOneDepartmentALine()
    {
        var second = Unit(Given.SecondDepartment);
        var petitions = Unit(Given.PetitionDepartment);

        Assert.Equal("department.line-taken", await RefusedAsync(second, Details(second) with { BusinessLines = petitions.Lines }));
        Assert.Equal("department.one-petition-department", await RefusedAsync(second, Details(second) with { IsPetitionDepartment = true }));
        Assert.Equal("department.keep-petition-department", await RefusedAsync(petitions, Details(petitions) with { Enabled = false }));
        Assert.Equal("department.own-parent", await RefusedAsync(second, Details(second) with { ParentId = second.Id }));
    }

    [Fact]
    public async Task ChangeDepartmentAsync_AddsOne()
    {
        var office = Given.OfficeId();
        await RunAsync<OfficeService>(service => service.ChangeDepartmentAsync(null, office, "D990101-90", 0, new DepartmentDetails
        {
            Sort = 90,
            NameZh = "新部门",
            NameEn = "New department",
            BusinessLines = [],
        }, admin, default));

        Assert.Equal("新部门", Unit("D990101-90").NameZh);
    }

    [Fact]
    public async Task ChangeOfficeAsync_OfTheOfficeAbove_IsNotFound() =>
        await Assert.ThrowsAsync<NotFoundException>(() => RunAsync<OfficeService>(service => service.ChangeOfficeAsync(Given.OfficeId("C9901"), 1, new OfficeDetails
        {
            AreaCode = "990100",
            Level = "Prefecture",
            NameZh = "x",
            NameEn = "x",
            ShortZh = "x",
            PublicPrefix = "XX",
        }, admin, default)));

    private Department Unit(string code) => Given.Offices.Departments.Single(unit => unit.Code == code);

    private static DepartmentDetails Details(Department unit) => new()
    {
        Sort = unit.Sort,
        NameZh = unit.NameZh,
        NameEn = unit.NameEn,
        BusinessLines = unit.Lines,
        IsPetitionDepartment = unit.IsPetitionDepartment,
        ParentId = unit.ParentId,
    };

    private Task ChangeAsync(Department unit, DepartmentDetails details) =>
        RunAsync<OfficeService>(service => service.ChangeDepartmentAsync(unit.Id, unit.OfficeId, unit.Code, unit.Version, details, admin, default));

    private async Task<string> RefusedAsync(Department unit, DepartmentDetails details) =>
        (await Assert.ThrowsAsync<RuleBrokenException>(() => ChangeAsync(unit, details))).Code;
}
