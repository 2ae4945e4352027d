using Petitions.Domain.AccountabilityReviews;
using Petitions.Domain.AccountabilityReviews.Timelines;
using Petitions.Domain.Clocks;
using Petitions.Domain.Facts;
using Petitions.Services.Offices;
using Petitions.Services.Petitions.Documents;
using Petitions.Services.Reference;

namespace Petitions.Services.AccountabilityReviews;

/// <summary>What stands in the documents of a review, in words: from its rows and from the timeline, nothing typed again.</summary>
public sealed class ReviewPaperFields(ReferenceCatalog reference, OfficeCatalog offices)
{
    private const string Zh = "zh-Hans";

    private static string Colon => ReviewWords.Of("Colon");

    private static string Comma => ReviewWords.Of("Comma");

    public Dictionary<string, string> Decision(AccountabilityReview review, ReviewedOfficer officer, LiabilityRuling ruling, string name, int recheckDays) => new()
    {
        ["to"] = name,
        ["findings"] = Findings(review, officer.Id),
        ["opinion"] = reference.Label("LiabilityOpinion", ruling.Opinion?.ToString(), Zh),
        ["measure"] = ReviewWords.Of(ruling.Measure),
        ["hours"] = Number(ruling.TrainingHours),
        ["reason"] = ruling.Reason ?? "",
        ["cleared"] = ruling.Opinion == LiabilityOpinion.NoLiability ? ReviewWords.Of("Yes") : "",
        ["recheckDays"] = Number(recheckDays),
    };

    public Dictionary<string, string> Receipt(string name, ReviewDocument document, string way, DateOnly on) => new()
    {
        ["to"] = name,
        ["document"] = document.NumberText is { } number ? $"{document.Title} {number}" : document.Title,
        ["way"] = reference.Label("DeliveryWay", way, Zh),
        ["servedOn"] = ReviewPapers.Day(on),
    };

    /// <param name="review">The review, whole.</param>
    /// <param name="closing">What it ends with.</param>
    /// <param name="timeline">Rebuilt from the log on the day of the report.</param>
    /// <param name="names">Names of the people in it.</param>
    public Dictionary<string, string> Report(AccountabilityReview review, ReviewClosing closing, ReviewTimeline timeline, IReadOnlyDictionary<Guid, string> names)
    {
        string Name(Guid? id) => id is { } known ? names.GetValueOrDefault(known) ?? "" : "";
        return new Dictionary<string, string>
        {
            ["triggers"] = Lines(review.Triggers.Select(t => reference.Label("ReviewTrigger", t.Code, Zh))),
            ["body"] = offices.Department(review.BodyId)?.NameZh ?? "",
            ["members"] = string.Join(Comma, review.Members.Select(m => Name(m.StaffId))),
            ["questions"] = review.Questions ?? "",
            ["scope"] = $"{PaperComposer.Written(review.ScopeFrom!.Value)} \u2013 {PaperComposer.Written(review.ScopeTo!.Value)}",
            ["chain"] = Lines(timeline.Holders.Select(span => $"{PaperComposer.Written(span.From)} \u2013 {PaperComposer.Written(span.To)} {Holder(span.Holding, names)}")),
            ["days"] = Number(timeline.Days),
            ["gaps"] = Lines(timeline.Gaps.Select(gap => $"{PaperComposer.Written(gap.From)} \u2013 {PaperComposer.Written(gap.To)} ({gap.Days})")),
            ["late"] = Lines(timeline.Late.Select(clock => $"#{clock.Seq} {PaperComposer.Written(clock.DueOn)} +{clock.Days}{(clock.IsNotice ? ReviewWords.Of("LateNotice") : "")}{Colon}{string.Join(Comma, clock.Shares.Select(share => $"{Holder(share.Holding, names)} {share.Days}"))}")),
            ["reads"] = Lines(timeline.OnlyRead.Select(reader => $"{Name(reader.StaffId)} {reader.Reads}")),
            ["changes"] = Lines(timeline.Changes.Select(change => $"{change.FromRound} \u2192 {change.ToRound} {Name(change.By)} {PaperComposer.Written(ChinaTime.DateOf(change.At))}")),
            ["findings"] = Lines(review.Officers.Select(o => $"{Name(o.StaffId)}\n{Findings(review, o.Id)}")),
            ["statements"] = Lines(review.Officers.Select(o => $"{Name(o.StaffId)}{Colon}{o.Statement ?? o.NoStatement}")),
            ["opinions"] = Lines(review.Officers.Where(o => o.Advised is not null).Select(o => $"{Name(o.StaffId)}{Colon}{reference.Label("LiabilityOpinion", o.Advised?.ToString(), Zh)}{Comma}{o.Causation}")),
            ["measures"] = Lines(review.Officers.Where(o => o.DecidedAt is not null).Select(o => $"{Name(o.StaffId)}{Colon}{reference.Label("LiabilityOpinion", o.Opinion?.ToString(), Zh)}{Comma}{ReviewWords.Of(o.Measure ?? LiabilityMeasure.None)} {o.DecisionNumber}")),
            ["approvals"] = Lines(review.Officers.Where(o => o.DecidedAt is not null).Select(o => $"{Name(o.DecidedBy)} {PaperComposer.Written(ChinaTime.DateOf(o.DecidedAt!.Value))} {o.DecisionNumber}")),
            ["service"] = Lines(review.Officers.Where(o => o.ServedOn is not null)
                .Select(o => $"{Name(o.StaffId)}{Colon}{PaperComposer.Written(o.ServedOn!.Value)} {reference.Label("DeliveryWay", o.ServedWay, Zh)}")),
            ["remedies"] = Lines(review.Officers.SelectMany(o => Remedies(o, Name(o.StaffId)))),
            ["lessons"] = Lines(review.Lessons.Select(l => $"{ReviewWords.Of(l.Kind)}{Colon}{l.Text}{(l.Hours is { } hours ? $" ({hours})" : "")}")),
            ["outcome"] = ReviewWords.Of(closing.Outcome ?? ReviewVerdict.NotSubstantiated),
            ["endReason"] = closing.Reason ?? "",
            ["causes"] = string.Join(Comma, closing.Causes.Select(cause => reference.Label("AccountabilityFactor", cause, Zh))),
            ["told"] = closing.ToldText ?? "",
        };
    }

    private string Findings(AccountabilityReview review, Guid officerId) => Lines(review.Findings.Where(f => f.OfficerId == officerId).OrderBy(f => f.WrittenAt).ThenBy(f => f.Id)
        .Select(f => $"{reference.Label("AccountabilityFactor", f.Factor, Zh)} {ReviewWords.Of("Open")}{ReviewWords.Of(f.Verdict)}{ReviewWords.Of("Close")}{Colon}{f.Text} [{string.Join(", ", f.Citations.OrderBy(c => c.Seq).Select(c => $"#{c.Seq} {FactKinds.Of(c.Kind).Zh}"))}]"));

    private static IEnumerable<string> Remedies(ReviewedOfficer officer, string name)
    {
        if (officer.RecheckResult is { } recheck)
        {
            yield return $"{name}{Colon}{ReviewWords.Of("Recheck")} {PaperComposer.Written(officer.RecheckAskedOn!.Value)} {ReviewWords.Of(recheck)}";
        }

        if (officer.AppealResult is { } appeal)
        {
            yield return $"{name}{Colon}{ReviewWords.Of("Appeal")} {PaperComposer.Written(officer.AppealedOn!.Value)} {officer.AppealOrgan} {ReviewWords.Of(appeal)}";
        }
    }

    private string Holder(Holding holding, IReadOnlyDictionary<Guid, string> names)
    {
        var who = holding.ActingId is { } staff ? names.GetValueOrDefault(staff) ?? "" : offices.Department(holding.DepartmentId)?.NameZh ?? ReviewWords.Of(holding.Kind);
        return holding.Waiting switch
        {
            WaitingFor.Petitioner => ReviewWords.Of(holding.Waiting),
            WaitingFor.Contributor => offices.Department(holding.WaitingDepartmentId)?.NameZh ?? ReviewWords.Of(holding.Waiting),
            _ => who,
        };
    }

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);

    private static string Number(int? number) => number?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "";
}
