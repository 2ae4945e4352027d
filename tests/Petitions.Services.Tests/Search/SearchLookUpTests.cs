using Microsoft.EntityFrameworkCore;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;
using Petitions.Services.Search;
using Petitions.Services.Tests.Fixtures;

namespace Petitions.Services.Tests.Search;

/// <summary>Numbers in the same box: matter, document, and a person's by blind index for those who may.</summary>
public sealed class SearchLookUpTests : SearchTest
{
    private const string IdNumber = "990101199001010019";
    private const string Phone = "13800138000";

    [Fact]
    public async Task Find_AMattersNumber_InAnySpelling_FindsIt()
    {
        var matter = await Given.Petition();

        foreach (var typed in new[] { matter.Number, matter.Number.ToLowerInvariant(), matter.Number.Replace("-", " ", StringComparison.Ordinal) })
        {
            var found = await SearchAsync(Director, typed);
            Assert.Equal((SearchKind.Number, matter.Number), (found.Kind, Assert.Single(found.Lines).Number));
        }

        Assert.Equal(SearchKind.Text, (await SearchAsync(Director, "QX-2222-2222")).Kind);
    }

    [Fact]
    public async Task Find_ADocumentsNumber_WithAnyBrackets_FindsItsMatter()
    {
        var matter = await Accepted();
        var number = await QueryAsync(db => db.IssuedDocuments.Where(d => d.PetitionId == matter.Id && d.NumberText != null).Select(d => d.NumberText!).FirstAsync());

        foreach (var typed in new[] { number, number.Replace('〔', '[').Replace('〕', ']'), number.Replace('〔', '（').Replace('〕', '）').TrimEnd('号') })
        {
            var found = await SearchAsync(Director, typed);
            Assert.Equal((SearchKind.Document, matter.Number), (found.Kind, Assert.Single(found.Lines).Number));
        }
    }

    [Fact]
    public async Task Find_APersonsNumber_IsForThoseWhoMayOpenIdentities_AndIsAReading()
    {
        var matter = await WithPersonAsync("RealNameUnverified");

        foreach (var typed in new[] { IdNumber, "９９０１０１ 19900101 0019", Phone, "+86 138-0013-8000" })
        {
            Assert.Equal(matter.Number, Assert.Single((await SearchAsync(Officer, typed, form: true)).Lines).Number);
            var asked = await SearchAsync(Officer, typed);
            Assert.Equal((SearchKind.AskAgain, 0), (asked.Kind, asked.Lines.Count));
        }

        var chief = await Given.Staff("郑岩", "D990101-11", "ReceptionOfficer");
        Assert.Empty((await SearchAsync(chief, Phone, form: true)).Lines);
        var readings = await QueryAsync(db => db.ReadRecords.Where(r => r.PetitionId == matter.Id).ToListAsync());
        Assert.Equal(4, readings.Count(r => r.What == "LookUp" && r.StaffId == Officer.Id));
        Assert.Equal(4, readings.Count);
    }

    [Fact]
    public async Task Find_APersonsNumber_NeverOpensASealOrAWallOrAWithheldName()
    {
        await WithPersonAsync("RealNameUnverified", filed => filed with { Confidentiality = "Sealed" });
        var withheld = await WithPersonAsync("NameWithheld");
        await WithPersonAsync("RealNameUnverified", filed => filed with { Respondents = [new RespondentDetails { Kind = RespondentKind.Person, Name = "陈静", StaffId = Officer.Id }] });
        var head = await Given.Staff("韩雪", Given.PetitionDepartment, "CaseOfficer");

        Assert.Equal([withheld.Number], (await SearchAsync(Officer, Phone, form: true)).Lines.Select(line => line.Number));
        Assert.Empty((await SearchAsync(head, Phone, form: true)).Lines);
    }

    private Task<Petition> WithPersonAsync(string mode, Func<NewPetition, NewPetition>? change = null) => Given.Petition(filed => (change ?? (same => same))(filed with
    {
        IdentityMode = mode,
        Parties = [new PartyDetails
        {
            Relation = "Petitioner",
            Name = mode == "NameWithheld" ? null : "刘芳",
            NoticeWay = "Portal",
            EncryptedIdentity = Protector.ProtectBlock(new IdentityBlock { IdNumber = IdNumber, Phone = Phone }),
            IdNumberIndex = Protector.BlindIndex("id", IdNumber),
            PhoneIndex = Protector.BlindIndex("phone", Phone),
        }],
    }));
}
