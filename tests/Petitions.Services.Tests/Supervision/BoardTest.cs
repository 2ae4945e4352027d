using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Domain.Petitions.Replies;
using Petitions.Services.Petitions.Handling;
using Petitions.Services.Tests.Fixtures;
using Petitions.Services.Tests.Screening;

namespace Petitions.Services.Tests.Supervision;

/// <summary>The people of J6 around the screening ones: a head, a deputy, the chief.</summary>
public abstract class BoardTest : ScreeningTest
{
    protected static readonly ReplyTexts Complete = new()
    {
        ClaimAnswers = "请求监督立案：予以支持。",
        Facts = "经查，公安机关五个月未作决定。",
        Law = "应当在规定时间内作出是否立案的决定。",
        Articles = "《人民检察院刑事诉讼规则》第五百五十八条",
        Reason = "长期不作决定影响当事人权利。",
        Assessment = "Supported",
    };

    protected Staff Head { get; private set; } = null!;

    protected Staff Deputy { get; private set; } = null!;

    protected Staff Chief { get; private set; } = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Head = await Given.Staff("赵刚", Given.PetitionDepartment, "DepartmentHead");
        Deputy = await Given.Staff("沈清", "D990101-11", "DeputyChief");
        Chief = await Given.Staff("周岚", "D990101-11", "ChiefProcurator");
    }

    /// <summary>A matter whose draft reply waits for approval.</summary>
    protected async Task<Petition> Drafted()
    {
        var petition = await Accepted();
        await ActAs<HandlingService>(Handler, (s, a) => s.StartAsync(petition.Number, a, default));
        await ActAs<ReplyService>(Handler, (s, a) => s.SubmitAsync(petition.Number, Complete, a, default));
        return petition;
    }
}
