using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Domain.Petitions.Replies;
using Petitions.Domain.Ratings;
using Petitions.Domain.Retaliation;
using Petitions.Services.Offices;
using Petitions.Services.Petitions.Decisions;
using Petitions.Services.Petitions.Handling;
using Petitions.Services.Petitions.Joining;
using Petitions.Services.Petitions.Screening;
using Petitions.Services.Ratings;
using Petitions.Services.Retaliation;

namespace Petitions.Services.Setup;

/// <summary>
/// What the supervisor finds on Monday morning (journey J6): replies and a transfer waiting for approval, one of them sent
/// back before, ratings good and low, a report of
/// retaliation, three registrations of one matter. Through the portal's own services, so that every
/// fact, clock and notice is there. Development only; safe to run twice.
/// </summary>
public sealed class DemoBoard(
    PetitionsDbContext db, ReplyService replies, RatingService ratings, ScreeningService screening, TransferDecisions transfers, JoinService joining,
    RetaliationService retaliation, ActorSource actors)
{
    public async Task SeedAsync(CancellationToken ct)
    {
        if (await db.Replies.AnyAsync(ct) || await AsAsync("CaseOfficer", ct) is not { } handler || await AsAsync("DepartmentHead", ct) is not { } head
            || await AsAsync("ScreeningOfficer", ct) is not { } screener || await AsAsync("PetitionDirector", ct) is not { } director)
        {
            return;
        }

        await WaitingAsync(handler, head, ct);
        await RatedAsync(DemoStories.LowRated, new RatingGiven("Dissatisfied", "BasicallySatisfied", "Satisfied", "Dissatisfied", "从来没有人给我打过电话。"), handler, head, ct);
        await RatedAsync(DemoStories.NeverCalled, new RatingGiven("Dissatisfied", "BasicallySatisfied", "BasicallySatisfied", "Dissatisfied", "答复收到了，可是办理期间一个电话也没有。"), handler, head, ct);
        await RatedAsync(DemoStories.WellRated, new RatingGiven("Satisfied", "Satisfied", "BasicallySatisfied", "Satisfied", null), handler, head, ct);
        await ThreatenedAsync(ct);
        await TransferAsync(screener, ct);
        await LinkAsync(director, ct);
    }

    /// <summary>One reply in its first round, one in its second after it was sent back with a reason.</summary>
    private async Task WaitingAsync(Actor handler, Actor head, CancellationToken ct)
    {
        if (await NumberAsync(DemoStories.Drafted, ct) is { } first)
        {
            await replies.SubmitAsync(first, Texts("赔偿认定已有生效判决支持，补充的工资流水不足以推翻。", "NotSupported"), handler, ct);
        }

        if (await NumberAsync(DemoStories.Returned, ct) is { } second)
        {
            await replies.SubmitAsync(second, Texts("已向法院了解保全情况。", "PartlySupported"), handler, ct);
            await replies.ReturnAsync(second, "没有写明保全标的与诉讼请求各是多少，请补充数额和依据。", head, ct);
            await replies.SubmitAsync(second, Texts("经核对，诉讼请求十八万元，保全标的二十六万元，超出部分已建议解除。", "PartlySupported"), handler, ct);
        }
    }

    private async Task RatedAsync(string title, RatingGiven given, Actor handler, Actor head, CancellationToken ct)
    {
        if (await NumberAsync(title, ct) is not { } number)
        {
            return;
        }

        await replies.SubmitAsync(number, Texts("经查，执行款已于上月发放到账。", "Supported"), handler, ct);
        await replies.ApproveAsync(number, head, ct);
        await replies.SendAsync(number, handler, ct);
        await replies.MarkServedAsync(number, "Counter", handler, ct);
        var id = await db.Petitions.VisibleTo(Actor.System).Where(p => p.Number == number).Select(p => p.Id).SingleAsync(ct);
        await ratings.RateAsync(given, Actor.Citizen(id), ct);
    }

    /// <summary>A petitioner is threatened by whom he complained of: the report goes past the unit that handles his matter.</summary>
    private async Task ThreatenedAsync(CancellationToken ct)
    {
        var id = await db.Petitions.VisibleTo(Actor.System).Where(p => p.Title == DemoStories.Threatened).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(ct);
        if (id is { } petition)
        {
            await retaliation.ReportAsync(new ReportRetaliation(Guid.NewGuid(), RetaliationSource.Outside, "昨天傍晚有两个人到我店里，说再告下去就让店开不成，还把门口的招牌踢坏了。邻居看见了。"), Actor.Citizen(petition), ct);
        }
    }

    private async Task TransferAsync(Actor screener, CancellationToken ct)
    {
        var matter = await db.Petitions.VisibleTo(Actor.System).AsNoTracking().Where(p => p.Title == DemoStories.Elsewhere)
            .Select(p => new { p.Number, p.Category, p.SubCategory, p.Confidentiality }).FirstOrDefaultAsync(ct);
        if (matter is null)
        {
            return;
        }

        await screening.ClassifyAsync(new ClassifyRequest(matter.Number, new Classification
        {
            Track = "Ordinary",
            Category = matter.Category,
            SubCategory = matter.SubCategory,
            Confidentiality = matter.Confidentiality,
        }), screener, ct);
        await transfers.ProposeAsync(new ProposeTransferRequest(matter.Number, "Government", "清溪县住房和城乡建设局", "物业收费标准由住房和城乡建设部门管理。", "反映小区物业收费没有公示标准，请求核查。"), screener, ct);
    }

    /// <summary>The newest of three registrations repeats the two before it (seed feature 27 asks for three).</summary>
    private async Task LinkAsync(Actor director, CancellationToken ct)
    {
        var numbers = await db.Petitions.VisibleTo(Actor.System).Where(p => p.Title == DemoStories.Again).OrderByDescending(p => p.ReceivedAt).Select(p => p.Number).ToListAsync(ct);
        foreach (var earlier in numbers.Skip(1))
        {
            await joining.LinkAsync(new JoinRequest(numbers[0], earlier, true, false, "同一人反映同一门面房补偿问题"), director, ct);
        }
    }

    private static ReplyTexts Texts(string facts, string assessment) => new()
    {
        ClaimAnswers = "针对所提请求逐项答复如下。",
        Facts = facts,
        Law = "人民检察院依法对诉讼活动实行法律监督。",
        Articles = "《人民检察院刑事诉讼规则》第五百五十六条",
        Reason = "结合查明的事实，作出上述认定。",
        Assessment = assessment,
    };

    private Task<string?> NumberAsync(string title, CancellationToken ct) =>
        db.Petitions.VisibleTo(Actor.System).Where(p => p.Title == title && p.State == PetitionState.InHandling).Select(p => p.Number).FirstOrDefaultAsync(ct);

    private async Task<Actor?> AsAsync(string userName, CancellationToken ct) =>
        await db.Users.Where(account => account.UserName == userName).Select(account => (Guid?)account.StaffId).SingleOrDefaultAsync(ct) is { } staff ? await actors.OfAsync(staff, ct) : null;
}
