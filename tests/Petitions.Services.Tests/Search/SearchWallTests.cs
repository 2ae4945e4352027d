using Microsoft.EntityFrameworkCore;
using Petitions.Domain.People;
using Petitions.Services.Search;
using Petitions.Services.Tests.Fixtures;

namespace Petitions.Services.Tests.Search;

/// <summary>Whoever may not know of a matter does not find it, and its pages have no hole where it was (security.md B1, B2; journey J18).</summary>
public sealed class SearchWallTests : SearchTest
{
    [Fact]
    public async Task Find_PagesWhereTheWallTakesMostAway_HaveNoHoleAndNoDouble()
    {
        var accused = await Given.Staff("赵刚", Given.PetitionDepartment, "PetitionDirector");
        var matters = await BulkAsync(150, (i, filed) => filed with
        {
            Text = "关于征地补偿的反映",
            Respondents = i % 3 == 0 ? [] : [new RespondentDetails { Kind = RespondentKind.Person, Name = "赵某", StaffId = accused.Id }],
        }, i => Clock.GetUtcNow().UtcDateTime.AddHours(-i * 5));
        await IndexAsync();

        var seen = await AllPagesAsync(accused, "征地补偿");

        Assert.Equal(matters.Where((_, i) => i % 3 == 0).Select(matter => matter.Number), seen);
        Assert.Equal(matters.Select(matter => matter.Number), await AllPagesAsync(Director, "征地补偿"));
    }

    [Theory]
    [InlineData("赵刚")]
    [InlineData("赵 刚")]
    [InlineData("“赵·刚”")]
    [InlineData("赵刚 受贿")]
    public async Task Find_OnesOwnName_FindsNothing_WhateverStandsThere(string typed)
    {
        var accused = await Given.Staff("赵刚", Given.PetitionDepartment, "ChiefProcurator");
        var matter = await Given.Petition(filed => filed with { Text = "反映赵刚受贿。", Respondents = [new RespondentDetails { Kind = RespondentKind.Person, Name = "赵刚" }] });
        await IndexAsync();

        var own = await SearchAsync(accused, typed);

        Assert.Empty(own.Lines);
        Assert.Equal((null, null), (own.Next, own.FurtherBack));
        Assert.Empty((await SearchAsync(accused, "受贿")).Lines);
        Assert.Equal([matter.Number], await NumbersAsync(Director, "赵刚 受贿"));
        Assert.Empty((await SearchAsync(accused, matter.Number)).Lines);
    }

    [Fact]
    public async Task Find_OutsideOnesReach_FindsNothing()
    {
        var other = await Given.Staff("何峰", Given.SecondDepartment, "CaseOfficer");
        await Given.Petition(filed => filed with { Text = "某事征地" });
        await IndexAsync();

        Assert.Empty(await NumbersAsync(other, "征地"));
        Assert.Single(await NumbersAsync(Director, "征地"));
    }

    [Fact]
    public async Task Find_InReportMaterial_ForWhomTheTextIsClosed_TellsOnlyWhatTheListShows()
    {
        var matter = await Given.Petition(filed => filed with { Title = "举报线索", Text = "他把账本藏在灶台后面。", Confidentiality = "ReportMaterial" });
        await IndexAsync();
        var readers = new[] { Officer };
        var closed = await Given.Staff("钱敏", "D990101-11", "DeputyChief");
        var actor = await As(closed);
        var mayRead = actor.Can(Domain.Offices.Abilities.ReadReportMaterial);

        foreach (var reader in readers)
        {
            Assert.Equal([matter.Number], await NumbersAsync(reader, "灶台后面"));
        }

        Assert.Equal(mayRead ? 1 : 0, (await NumbersAsync(closed, "灶台后面")).Count);
        Assert.Equal([matter.Number], await NumbersAsync(closed, "举报线索"));
    }

    [Fact]
    public async Task Find_ASealedMatterOrAWithheldName_IsNotInTheIndex()
    {
        await Given.Petition(filed => filed with { Text = "密封的线索", Confidentiality = "Sealed" });
        var withheld = await Given.Petition(filed => filed with
        {
            Text = "我叫孟晓岚，反映工地噪声。",
            IdentityMode = "NameWithheld",
            Parties = [new PartyDetails
            {
                Relation = "Petitioner", Name = null, NoticeWay = "Portal",
                EncryptedIdentity = Protector.ProtectBlock(new IdentityBlock { SealedName = "孟晓岚" }),
            }],
        });
        await IndexAsync();

        Assert.Empty(await NumbersAsync(Director, "密封的线索"));
        Assert.Empty(await NumbersAsync(Director, "孟晓岚"));
        Assert.Empty(await NumbersAsync(Director, "晓岚"));
        Assert.Equal([withheld.Number], await NumbersAsync(Director, "工地噪声"));
    }

    [Fact]
    public async Task Find_Filters_LeaveWhatTheyName()
    {
        var first = await Given.Petition(filed => filed with { Text = "噪声扰民", Category = "Suggestion", SubCategory = null });
        Clock.Advance(TimeSpan.FromDays(3));
        var second = await Given.Petition(filed => filed with { Text = "噪声扰民", Channel = "Letter" });
        await IndexAsync();
        var day = Domain.Clocks.ChinaTime.DateOf(first.ReceivedAt);

        Assert.Equal([second.Number, first.Number], await NumbersAsync(Director, "噪声扰民"));
        Assert.Equal([first.Number], await NumbersAsync(Director, "噪声扰民", new SearchFilter { Category = "Suggestion" }));
        Assert.Equal([second.Number], await NumbersAsync(Director, "噪声扰民", new SearchFilter { Channel = "Letter" }));
        Assert.Equal([first.Number], await NumbersAsync(Director, "噪声扰民", new SearchFilter { To = day }));
        Assert.Equal([second.Number], await NumbersAsync(Director, "噪声扰民", new SearchFilter { From = day.AddDays(1) }));
        Assert.Empty(await NumbersAsync(Director, "噪声扰民", new SearchFilter { State = Domain.Petitions.PetitionState.Closed }));
        Assert.Empty(await NumbersAsync(Director, "噪声扰民", new SearchFilter { OfficeId = Guid.NewGuid() }));
    }

    [Fact]
    public async Task Find_Always_IsRecordedWithoutItsText()
    {
        var matter = await Given.Petition(filed => filed with { Text = "噪声扰民" });
        await IndexAsync();

        await SearchAsync(Director, "噪声扰民");
        Clock.Advance(TimeSpan.FromSeconds(1));
        await SearchAsync(Director, matter.Number);
        await SearchAsync(Director, "，");

        var records = await QueryAsync(db => db.SearchRecords.OrderBy(record => record.At).ToListAsync());
        Assert.Equal([("Text", 1), ("Number", 1)], records.Select(record => (record.Kind, record.Shown)));
        Assert.All(records, record => Assert.Equal((Director.Id, 32), (record.StaffId, record.QueryIndex.Length)));
    }
}
