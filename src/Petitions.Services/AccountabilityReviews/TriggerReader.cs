using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain.Clocks;
using Petitions.Domain.Commitments;
using Petitions.Domain.Facts;
using Petitions.Domain.FollowUps;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Domain.Retaliation;
using Petitions.Services.Clocks;

namespace Petitions.Services.AccountabilityReviews;

/// <summary>Which code of the closed list (ReviewTrigger) a fact is: T22-42 to 46, JR24-12 (summary). Everything else is none.</summary>
public sealed class TriggerReader(PetitionsDbContext db)
{
    private const string ProposeAction = "ProposeAccountability";
    private const string Supported = "Supported";
    private const string ConductOfStaff = "B8";
    private const string Overturned = "R3";
    private const string Leaked = "R12";
    private const string ReportMaterial = "ReportMaterial";
    private const string Result = "Result";

    // What the petitioner asked for was found right, all of it or in part (T22-32).
    private static readonly string[] Finds = [Supported, "PartlySupported"];

    /// <summary>The kinds looked at; some are recorded by later parts of the portal and are read as soon as they are.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
    [
        nameof(ClockOverdue), nameof(NonAcceptanceRevoked), nameof(RetaliationReported), nameof(ResultReplySent), nameof(CommitmentPromiseBroken), nameof(CallbackDone),
        "ReviewOpinionIssued", "RecheckOpinionIssued", "ReexaminationDecided", "ReconsiderationDecided", "CompensationDecided",
    ];

    /// <summary>
    /// The facts worth reading: of all the answers that went out only those on complaints about our own staff and on
    /// matters that look at another one again; the rest say nothing of the handling and are many.
    /// </summary>
    public IQueryable<FactRecord> Among(IQueryable<FactRecord> facts)
    {
        var (kinds, matters) = (Kinds, db.Petitions.VisibleTo(Actor.System));
        return facts.Where(fact => kinds.Contains(fact.Kind) && (fact.Kind != nameof(ResultReplySent)
            || db.PetitionLinks.Any(link => link.PetitionId == fact.SubjectId && link.Kind == PetitionLinkKind.ReviewOf && link.EndedAt == null)
            || matters.Any(p => p.Id == fact.SubjectId && p.SubCategory == ConductOfStaff)));
    }

    /// <summary>
    /// The code, and the case whose handling it is about: the answer of a review matter that finds otherwise speaks of the
    /// matter it looked at again.
    /// </summary>
    public async Task<(string Code, Guid MatterId)?> ReadAsync(TriggerEvent happened, ClockCatalog clocks, CancellationToken ct)
    {
        if (happened.Kind == nameof(ResultReplySent) && await OverturnsAsync(happened.SubjectId, ct) is { } earlier)
        {
            return (Overturned, earlier);
        }

        return await CodeOfAsync(happened, clocks, ct) is { } code ? (code, happened.MatterId) : null;
    }

    public async Task<string?> CodeOfAsync(TriggerEvent happened, ClockCatalog clocks, CancellationToken ct) => happened.Kind switch
    {
        nameof(ClockOverdue) => OfClock(happened, clocks),
        nameof(NonAcceptanceRevoked) => "R6",
        nameof(RetaliationReported) when happened.Text("source") != nameof(RetaliationSource.Outside) => "R13",
        nameof(RetaliationReported) => await IsReportAsync(happened.SubjectId, ct) ? Leaked : null,
        nameof(ResultReplySent) => await SupportsComplaintAsync(happened, ct) ? "R1" : null,
        nameof(CommitmentPromiseBroken) => "R2",
        nameof(CallbackDone) => happened.Text("trigger"),
        "CompensationDecided" => happened.Is("granted") ? "R14" : null,
        _ => happened.Is("overturned") || happened.Text("result") is "Overturned" or "Changed" or "Revoked" ? Overturned : null,
    };

    /// <summary>A notice that came late is another fault than work that did (T22-44, 45).</summary>
    private static string? OfClock(TriggerEvent happened, ClockCatalog clocks)
    {
        var id = happened.Text("ruleId");
        var rule = clocks.Rules.Where(rule => rule.RuleId == id).MaxBy(rule => rule.Version);
        return rule?.OnOverdue.Contains(ProposeAction) != true ? null : IsNotice(rule) ? "R7" : "R8";
    }

    /// <summary>Whether the petitioner is to be told something by the end of this clock, and nothing else is to be done.</summary>
    internal static bool IsNotice(ClockRule rule) => rule.StopEvents.Any(kind => kind.EndsWith("NoticeSent", StringComparison.Ordinal) || kind is "ProceduralReplySent" or "ProgressReplySent");

    /// <summary>The matter this one looked at again, when the answer is for the petitioner now and was another one then.</summary>
    private async Task<Guid?> OverturnsAsync(Guid review, CancellationToken ct)
    {
        var earlier = await db.PetitionLinks.Where(link => link.PetitionId == review && link.Kind == PetitionLinkKind.ReviewOf && link.EndedAt == null)
            .Select(link => (Guid?)link.TargetId).FirstOrDefaultAsync(ct);
        if (earlier is not { } reviewed)
        {
            return null;
        }

        var found = await AnswerOfAsync(review, ct);
        return found is not null && Finds.Contains(found) && found != await AnswerOfAsync(reviewed, ct) ? reviewed : null;
    }

    private Task<string?> AnswerOfAsync(Guid matter, CancellationToken ct) => db.Replies.IgnoreAutoIncludes()
        .Where(r => r.PetitionId == matter && r.Kind == Result && r.SentAt != null).OrderByDescending(r => r.SentAt).Select(r => r.Assessment).FirstOrDefaultAsync(ct);

    /// <summary>Who outside retaliates for a report that is kept from him has learnt of it (T22-46(5)).</summary>
    private Task<bool> IsReportAsync(Guid matter, CancellationToken ct) =>
        db.Petitions.VisibleTo(Actor.System).AnyAsync(p => p.Id == matter && p.Confidentiality == ReportMaterial, ct);

    /// <summary>A complaint about our own staff was found right.</summary>
    private Task<bool> SupportsComplaintAsync(TriggerEvent happened, CancellationToken ct)
    {
        var matter = happened.SubjectId;
        return db.Replies.AnyAsync(r => r.PetitionId == matter && r.SentAt != null && r.Assessment == Supported
            && db.Petitions.VisibleTo(Actor.System).Any(p => p.Id == matter && p.SubCategory == ConductOfStaff), ct);
    }
}
