using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain.Clocks;
using Petitions.Domain.Commitments;
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

    /// <summary>The kinds looked at; some are recorded by later parts of the portal and are read as soon as they are.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
    [
        nameof(ClockOverdue), nameof(NonAcceptanceRevoked), nameof(RetaliationReported), nameof(ResultReplySent), nameof(CommitmentPromiseBroken), nameof(CallbackDone),
        "ReviewOpinionIssued", "RecheckOpinionIssued", "ReexaminationDecided", "ReconsiderationDecided", "CompensationDecided",
    ];

    /// <summary>Matters that complain of our own staff.</summary>
    public IQueryable<Petition> Complaints => db.Petitions.VisibleTo(Actor.System).Where(p => p.SubCategory == ConductOfStaff);

    public async Task<string?> CodeOfAsync(TriggerEvent happened, ClockCatalog clocks, CancellationToken ct) => happened.Kind switch
    {
        nameof(ClockOverdue) => OfClock(happened, clocks),
        nameof(NonAcceptanceRevoked) => "R6",
        nameof(RetaliationReported) => happened.Text("source") == nameof(RetaliationSource.Outside) ? null : "R13",
        nameof(ResultReplySent) => await SupportsComplaintAsync(happened, ct) ? "R1" : null,
        nameof(CommitmentPromiseBroken) => "R2",
        nameof(CallbackDone) => happened.Text("trigger"),
        "CompensationDecided" => happened.Is("granted") ? "R14" : null,
        _ => happened.Is("overturned") || happened.Text("result") is "Overturned" or "Changed" or "Revoked" ? "R3" : null,
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

    /// <summary>A complaint about our own staff was found right.</summary>
    private Task<bool> SupportsComplaintAsync(TriggerEvent happened, CancellationToken ct)
    {
        var matter = happened.SubjectId;
        var complaints = Complaints;
        return db.Replies.AnyAsync(r => r.PetitionId == matter && r.SentAt != null && r.Assessment == Supported && complaints.Any(p => p.Id == matter), ct);
    }
}
