using Microsoft.EntityFrameworkCore;
using Petitions.Domain.Petitions;
using Petitions.Services.Notices;
using Petitions.Services.Petitions;
using Petitions.Services.Tests.Screening;

namespace Petitions.Services.Tests.Petitions;

/// <summary>J18: whoever reads more than thirty matters of others in an hour is reported to the inspection officer, once, and sees nothing of it.</summary>
public sealed class ReadAlertTests : ScreeningTest
{
    [Fact]
    public async Task Reading_OverTheQuota_TellsTheInspectorOnce()
    {
        var inspector = await Given.Staff("孙涛", "D990101-09", "InspectionOfficer");
        var curious = await Given.Staff("周岚", "D990101-11", "DeputyChief");
        var read = new List<Petition>();
        for (var i = 0; i < 32; i++)
        {
            read.Add(await Given.Petition());
        }

        for (var i = 0; i < read.Count; i++)
        {
            var petition = read[i];
            await ActAs<ReadLog>(curious, (log, actor) => log.RecordAsync(petition, actor, "Matter", null, default));
            Assert.Equal(i < 30 ? 0 : 1, (await InboxAsync(inspector)).Count);
        }

        Assert.Contains("周岚", Assert.Single(await InboxAsync(inspector)).Subject, StringComparison.Ordinal);
        Assert.Empty(await InboxAsync(curious));
        Assert.Equal(32, await QueryAsync(db => db.ReadRecords.CountAsync(r => r.StaffId == curious.Id)));
    }

    [Fact]
    public async Task Reading_OfOnesOwnQueue_TellsNobody()
    {
        var inspector = await Given.Staff("孙涛", "D990101-09", "InspectionOfficer");
        for (var i = 0; i < 32; i++)
        {
            var petition = await Given.Petition();
            await ActAs<ReadLog>(Officer, (log, actor) => log.RecordAsync(petition, actor, "Matter", null, default));
        }

        Assert.Empty(await InboxAsync(inspector));
    }

    private async Task<IReadOnlyList<StaffNotice>> InboxAsync(Domain.Offices.Staff staff)
    {
        var actor = await As(staff);
        return await RunAsync<LetterService, IReadOnlyList<StaffNotice>>(service => service.InboxAsync(actor, 10, default));
    }
}
