using Petitions.Domain.AccountabilityReviews;
using Petitions.Domain.Offices;
using Petitions.Services.Notices;

namespace Petitions.Services.AccountabilityReviews;

/// <summary>
/// Who learns of a recheck or an appeal and of its end; whoever was wrongly suspected gets a numbered paper that clears him
/// (澄清; JR24-27, summary).
/// </summary>
public sealed class RemedyNews(OfficerPapers papers, ReviewPeople people, NoticeOutbox outbox)
{
    private const string WaitsTemplate = "staff.review-contested";
    private const string DecidedTemplate = "staff.review-advised";
    private const string EndedTemplate = "staff.review-remedy";
    private const string ClearedTemplate = "staff.review-cleared";
    private const string NoFaultTemplate = "staff.review-no-fault";
    private const string ExtensionTemplate = "staff.review-extension";
    private const string ExtendedTemplate = "staff.review-extended";

    /// <summary>The investigators; of a recheck also the leader, who decides it within its limit.</summary>
    public async Task AskedAsync(AccountabilityReview review, Guid officerId, bool appeal, CancellationToken ct)
    {
        var leaders = appeal ? [] : await people.HoldersAsync(review, Abilities.DecideLiability, ct);
        await TellAsync(review.Members.Select(member => member.StaffId).Concat(leaders), WaitsTemplate, $"review-contested/{officerId:N}/{(appeal ? "appeal" : "recheck")}", ct);
    }

    /// <summary>The recheck is decided; the investigators serve it.</summary>
    public Task DecidedAsync(AccountabilityReview review, Guid officerId, CancellationToken ct) =>
        TellAsync(review.Members.Select(member => member.StaffId), DecidedTemplate, $"review-rechecked/{officerId:N}", ct);

    /// <summary>The officer is told what came of it. Whoever is cleared by it is told so, on paper too, into the unit of work.</summary>
    /// <param name="review">The review.</param>
    /// <param name="officer">Whose remedy it was.</param>
    /// <param name="reason">Why, as decided.</param>
    /// <param name="actor">Who writes it down.</param>
    /// <param name="ct">Cancels.</param>
    public async Task EndedAsync(AccountabilityReview review, ReviewedOfficer officer, string? reason, Actor actor, CancellationToken ct)
    {
        if (officer.IsCleared)
        {
            await papers.ClearanceAsync(review, officer, reason ?? "", actor, ct);
        }

        await TellAsync([officer.StaffId], officer.IsCleared ? ClearedTemplate : EndedTemplate, $"review-{officer.Stage}/{officer.Id:N}", ct);
    }

    /// <summary>Nobody is at fault: whoever had to answer is cleared, on paper too; the leader learns how it ended.</summary>
    public async Task NobodyAtFaultAsync(AccountabilityReview review, Actor actor, CancellationToken ct)
    {
        foreach (var officer in review.Officers)
        {
            await papers.ClearanceAsync(review, officer, review.Reason ?? "", actor, ct);
            await TellAsync([officer.StaffId], ClearedTemplate, $"review-cleared/{officer.Id:N}", ct);
        }

        await TellAsync(await people.HoldersAsync(review, Abilities.DecideLiability, ct), NoFaultTemplate, $"review-no-fault/{review.Id:N}", ct);
    }

    /// <summary>More time to decide an appeal is asked for: the leader decides on it.</summary>
    public async Task ExtensionAskedAsync(AccountabilityReview review, ReviewClock running, CancellationToken ct) =>
        await TellAsync(await people.HoldersAsync(review, Abilities.DecideLiability, ct), ExtensionTemplate, $"review-extension/{running.Id:N}/{running.Version}", ct);

    /// <summary>The investigators learn what was decided on it, and the officer where it keeps him waiting.</summary>
    public Task ExtensionDecidedAsync(AccountabilityReview review, ReviewClock running, CancellationToken ct)
    {
        var waiting = running.ExtensionGranted == true ? review.Officers.Where(officer => officer.Id == running.OfficerId).Select(officer => officer.StaffId) : [];
        return TellAsync(review.Members.Select(member => member.StaffId).Concat(waiting), ExtendedTemplate, $"review-extended/{running.Id:N}/{running.Version}", ct);
    }

    private async Task TellAsync(IEnumerable<Guid> staff, string template, string key, CancellationToken ct)
    {
        foreach (var told in staff.Distinct())
        {
            await outbox.TellOfficeAsync(told, template, key, new Dictionary<string, string>(), ct);
        }
    }
}
