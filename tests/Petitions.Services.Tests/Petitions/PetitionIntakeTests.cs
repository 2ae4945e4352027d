using Microsoft.EntityFrameworkCore;
using Petitions.Data.Keys;
using Petitions.Domain;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;
using Petitions.Services.Petitions;
using Petitions.Services.Tests.Fixtures;

namespace Petitions.Services.Tests.Petitions;

public sealed class PetitionIntakeTests : PetitionsTest
{
    [Fact]
    public async Task File_RealName_RegistersAndHandsOutTheReceipt()
    {
        var receipt = await FileAsync(Filings.J1());

        var petition = await LoadAsync(receipt);
        Assert.Matches("^QX-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$", receipt.Number);
        Assert.Matches("^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$", receipt.QueryCode);
        Assert.Equal(petition.Content.Hash(Convert.FromHexString(receipt.Salt)), receipt.ReceiptHash);
        Assert.Equal([("PROC_REPLY_7D", new DateOnly(2026, 3, 9)), ("RESULT_REPLY_3M", new DateOnly(2026, 6, 2))], receipt.DueDates.Select(d => (d.Clock, d.Due)));
        Assert.Equal("ReportMaterial", petition.Confidentiality);
        Assert.Equal(PetitionState.Registered, petition.State);
        var facts = await QueryAsync(db => db.Facts.Where(f => f.Subject == FactSubject.Petition && f.SubjectId == petition.Id).OrderBy(f => f.Seq).Select(f => f.Kind).ToListAsync());
        Assert.Equal(["PetitionReceived", "PetitionRegistered"], facts.Take(2));
        Assert.Equal(1, await QueryAsync(db => db.Notices.CountAsync(n => n.PetitionId == petition.Id && n.Channel == "Portal")));
    }

    [Fact]
    public async Task File_RealName_KeepsNumbersEncryptedAndFindable()
    {
        var receipt = await FileAsync(Filings.J1());

        var party = Assert.Single((await LoadAsync(receipt)).Parties);
        var block = await RunAsync<ColumnProtector, IdentityBlock>(p => Task.FromResult(p.UnprotectBlock(party.Identity!)));
        var index = await RunAsync<ColumnProtector, byte[]>(p => Task.FromResult(p.BlindIndex("phone", "13800000000")));
        Assert.Equal("刘芳", party.Name);
        Assert.Equal("13800000000", block.Phone);
        Assert.Equal(index, party.PhoneIndex);
        Assert.DoesNotContain("990101199003070015", party.Identity, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_NameWithheld_SealsTheName()
    {
        var receipt = await FileAsync(Filings.J1() with { IdentityMode = "NameWithheld" });

        var party = Assert.Single((await LoadAsync(receipt)).Parties);
        var block = await RunAsync<ColumnProtector, IdentityBlock>(p => Task.FromResult(p.UnprotectBlock(party.Identity!)));
        Assert.Null(party.Name);
        Assert.Equal("", party.NameKey);
        Assert.Equal("刘芳", block.SealedName);
    }

    [Fact]
    public async Task File_Anonymous_HoldsNoPersonAndPromisesNoReply()
    {
        var receipt = await FileAsync(Anonymous());

        var party = Assert.Single((await LoadAsync(receipt)).Parties);
        Assert.True(receipt.Anonymous);
        Assert.Empty(receipt.DueDates);
        Assert.NotNull(receipt.QueryCode);
        Assert.Null(party.Name);
        Assert.Null(party.Identity);
    }

    [Theory]
    [InlineData("Appeal")]
    [InlineData("Compensation")]
    public async Task File_AnonymousWhereNotAllowed_IsRefused(string category) =>
        await RefusedAsync(Anonymous() with { Category = category, SubCategory = null }, "petition.not-anonymous");

    [Fact]
    public async Task File_RulesOfTheReferenceData_AreKept()
    {
        await RefusedAsync(Filings.J1() with { Category = "Surrender", SubCategory = null }, "petition.not-online");
        await RefusedAsync(Filings.J1() with { Category = "NoSuch" }, "petition.category");
        await RefusedAsync(Filings.J1() with { SubCategory = "A1" }, "petition.sub-category");
        await RefusedAsync(Filings.J1() with { IdentityMode = "RealName" }, "petition.name-not-checked");
        await RefusedAsync(Filings.J1() with { OfficeCode = "NOWHERE" }, "petition.office");
        await RefusedAsync(Filings.J1() with { Petitioner = new FiledPerson() }, "petition.name");
        await RefusedAsync(Filings.J1() with { ActsAs = "Agent" }, "petition.acts-as");
        await RefusedAsync(Anonymous() with { Petitioner = new FiledPerson { Name = "刘芳" } }, "petition.anonymous-with-name");
    }

    [Fact]
    public async Task File_ForAnother_HasPrincipalAndAgent()
    {
        var receipt = await FileAsync(Filings.J1() with { ActsAs = "Agent", Principal = new FiledPerson { Name = "刘强" } });

        var parties = (await LoadAsync(receipt)).Parties.OrderBy(p => p.Relation).Select(p => (p.Relation, p.Name));
        Assert.Equal([("Agent", "刘芳"), ("Petitioner", "刘强")], parties);
    }

    [Fact]
    public async Task File_RareNames_Survive()
    {
        var name = "买买提·阿不都拉𠮷";

        var receipt = await FileAsync(Filings.J1() with { Petitioner = new FiledPerson { Name = name } });

        Assert.Equal(name, Assert.Single((await LoadAsync(receipt)).Parties).Name);
    }

    [Fact]
    public async Task File_SameKeyAgain_ShowsTheSameReceiptWithTheCodeForADay()
    {
        var filing = Filings.J1();
        var first = await FileAsync(filing);

        Clock.Advance(TimeSpan.FromHours(23));
        var again = await FileAsync(filing);
        Clock.Advance(TimeSpan.FromHours(2));
        var late = await FileAsync(filing);

        Assert.True(again.Repeated);
        Assert.Equal((first.Number, first.QueryCode, first.ReceiptHash), (again.Number, again.QueryCode, again.ReceiptHash));
        Assert.Equal(first.Number, late.Number);
        Assert.Null(late.QueryCode);
        Assert.Equal(1, await QueryAsync(db => db.Submissions.CountAsync()));
    }

    [Fact]
    public async Task File_SameKeyOtherContent_IsRefused()
    {
        var filing = Filings.J1();
        await FileAsync(filing);

        await RefusedAsync(filing with { Text = "别的内容" }, "petition.submission-key");
    }

    [Fact]
    public async Task File_EightAtOnceWithOneKey_MakesOneMatter()
    {
        var filing = Filings.J1();

        var receipts = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => FileAsync(filing))));

        Assert.Single(receipts.Select(r => (r.Number, r.QueryCode)).Distinct());
        Assert.Equal(1, receipts.Count(r => !r.Repeated));
        Assert.Equal(1, await QueryAsync(db => db.Parties.CountAsync()));
        Assert.Equal(1, await QueryAsync(db => db.Notices.CountAsync(n => n.Channel == "Portal")));
    }

    [Theory]
    [InlineData(RespondentKind.Unit, "清溪县人民检察院控告申诉检察部", null, "C9901")]
    [InlineData(RespondentKind.Unit, "控告申诉检察部", null, "C9901")]
    [InlineData(RespondentKind.Unit, "任意", "D990101-07", "C9901")]
    [InlineData(RespondentKind.Unit, "清溪县人民检察院", null, "D990101")]
    [InlineData(RespondentKind.Unit, "清溪县公安局", null, "D990101")]
    [InlineData(RespondentKind.Person, "周 岚", null, "C9901")]
    [InlineData(RespondentKind.Person, "王磊", null, "D990101")]
    public async Task File_NamesAUnitOrPerson_GoesToTheRightOffice(RespondentKind kind, string name, string? unit, string expected)
    {
        await Given.Staff("周岚", Fixtures.Given.PetitionDepartment, "ChiefProcurator");

        var receipt = await FileAsync(Filings.J1() with { Respondents = [new FiledRespondent { Kind = kind, Name = name, UnitCode = unit }] });

        Assert.Equal(Given.OfficeId(expected), receipt.OfficeId);
    }

    [Fact]
    public async Task File_NamesAPerson_IsAMereMatchOfNamesUntilAnOfficerDecides()
    {
        await Given.Staff("王磊", Fixtures.Given.SecondDepartment);

        var receipt = await FileAsync(Filings.J1() with { Respondents = [new FiledRespondent { Kind = RespondentKind.Person, Name = "王磊" }] });

        var respondent = Assert.Single((await LoadAsync(receipt)).Respondents);
        Assert.Null(respondent.StaffId);
        Assert.Equal(RespondentStatus.Suspected, respondent.Status);
    }

    [Fact]
    public async Task File_AgainstTheOffice_IsMarkedProcuratorateRelated()
    {
        var bySubCategory = await FileAsync(Filings.J1() with { SubCategory = "B8" });
        var byUnit = await FileAsync(Filings.J1() with { Respondents = [new FiledRespondent { Kind = RespondentKind.Unit, Name = "清溪县人民检察院第二检察部" }] });
        var neither = await FileAsync(Filings.J1());

        Assert.True((await LoadAsync(bySubCategory)).IsProcuratorateRelated);
        Assert.True((await LoadAsync(byUnit)).IsProcuratorateRelated);
        Assert.False((await LoadAsync(neither)).IsProcuratorateRelated);
    }

    private static FilePetition Anonymous() => Filings.J1() with { Category = "Report", SubCategory = "C2", IdentityMode = "Anonymous", Petitioner = new FiledPerson() };

    private Task<Receipt> FileAsync(FilePetition filing) =>
        RunAsync<PetitionIntakeService, Receipt>(service => service.FileAsync(filing, Actor.Citizen(), default));

    private Task<Petition> LoadAsync(Receipt receipt) => QueryAsync(db => db.Petitions.AsNoTracking()
        .Include(p => p.Parties).Include(p => p.Respondents).SingleAsync(p => p.Number == receipt.Number));

    private async Task RefusedAsync(FilePetition filing, string code) =>
        Assert.Equal(code, (await Assert.ThrowsAsync<RuleBrokenException>(() => FileAsync(filing))).Code);
}
