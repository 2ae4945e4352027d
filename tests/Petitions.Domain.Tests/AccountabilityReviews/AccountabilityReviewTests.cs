using Petitions.Domain.AccountabilityReviews;

namespace Petitions.Domain.Tests.AccountabilityReviews;

/// <summary>A review goes its way in order: nobody is decided on unheard, no measure stands without a finding of liability (domain.md rows 9-11, 47; seed features 7, 55).</summary>
public sealed class AccountabilityReviewTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 1, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly Guid Inspector = Guid.NewGuid();
    private static readonly Guid Officer = Guid.NewGuid();
    private static readonly Guid Chief = Guid.NewGuid();

    private readonly AccountabilityReview review = AccountabilityReview.Propose(Guid.NewGuid(), Guid.NewGuid(), Source("R8"), Now).Review;

    [Fact]
    public void Propose_FurtherEvents_JoinWhileItRuns_AndNoMoreOnceItIsConcluded()
    {
        var fact = review.Collect(Source("R7"), Now);

        Assert.Equal((review.Id, "R7"), (fact.ReviewId, fact.Trigger));
        Assert.Equal(2, review.Triggers.Count);
        Cleared();
        Assert.Equal("review.wrong-state", Refused(() => review.Collect(Source("R8"), Now)));
    }

    [Fact]
    public void Refuse_NeedsAReason_AndEndsIt()
    {
        Assert.Equal("review.reason", Refused(() => review.Refuse(" ", Inspector, Now)));

        review.Refuse("提示的期限已经依法延长。", Inspector, Now);

        Assert.Equal(ReviewState.Refused, review.State);
        Assert.Equal("review.wrong-state", Refused(() => review.Open(Plan(), Inspector, Now)));
    }

    [Theory]
    [InlineData(" ", "2026-01-01", "2026-02-01", "review.questions")]
    [InlineData("问题", "2026-02-02", "2026-02-01", "review.scope")]
    [InlineData("问题", null, "2026-02-01", "review.scope")]
    public void Open_WithoutQuestionsOrDates_IsRefused(string questions, string? from, string to, string code)
    {
        var plan = Plan() with { Questions = questions, From = from is null ? null : DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), To = DateOnly.Parse(to, System.Globalization.CultureInfo.InvariantCulture) };

        Assert.Equal(code, Refused(() => review.Open(plan, Inspector, Now)));
        Assert.Equal(ReviewState.Proposed, review.State);
    }

    [Fact]
    public void Appoint_FirstOneLeads_NobodyTwice_NobodyUnderReview()
    {
        Investigated();

        Assert.Equal("review.member-twice", Refused(() => review.Appoint(Inspector, Chief, Now)));
        Assert.Equal("review.own-case", Refused(() => review.Appoint(Officer, Chief, Now)));
        review.Appoint(Guid.NewGuid(), Chief, Now);
        Assert.Equal(1, review.Members.Count(member => member.Lead));
    }

    [Fact]
    public void Find_WithoutAFact_ByAStranger_OrOnAnInvestigator_IsRefused()
    {
        Opened();

        Assert.Equal("review.finding-without-fact", Refused(() => review.Find(Officer, Draft() with { Facts = [] }, Inspector, Now)));
        Assert.Equal("review.not-a-member", Refused(() => review.Find(Officer, Draft(), Chief, Now)));
        Assert.Equal("review.own-case", Refused(() => review.Find(Inspector, Draft(), Inspector, Now)));
        Assert.Empty(review.Findings);
    }

    [Fact]
    public void Find_AfterTheOfficerWasAsked_IsRefused_AndWhatWasSentNeverChanges()
    {
        var officer = Investigated();
        var finding = review.Findings[0];
        var fact = review.Ask(officer.Id, Inspector, Now);

        Assert.Equal([finding.Id.ToString("D")], fact.Findings);
        Assert.Equal([finding.Citations[0].FactId.ToString("D")], fact.Facts);
        Assert.Equal("review.officer-stage", Refused(() => review.Find(Officer, Draft(), Inspector, Now)));
        Assert.Equal("review.officer-stage", Refused(() => review.Withdraw(finding.Id, Inspector)));
    }

    [Fact]
    public void Withdraw_TheLastDraft_TakesTheOfficerOut()
    {
        Investigated();

        review.Withdraw(review.Findings[0].Id, Inspector);

        Assert.Empty(review.Officers);
        Assert.Equal(ReviewState.Investigating, review.State);
    }

    /// <summary>Seed features 7 and 55: heard, then opinion, then measure, then service.</summary>
    [Fact]
    public void Decide_Unheard_WithoutOpinion_ByAnInvestigator_OrWithAMeasureWithoutLiability_IsRefused()
    {
        var officer = Investigated();
        Assert.Equal("review.wrong-state", Refused(() => review.Decide(officer.Id, Ruling(LiabilityOpinion.Intent, LiabilityMeasure.Correction), Chief, Now)));
        review.Ask(officer.Id, Inspector, Now);
        review.Hear(officer.Id, "我没有登记电话。", Now);
        Assert.Equal(ReviewState.Heard, review.State);
        Assert.Equal("review.opinion-first", Refused(() => review.Decide(officer.Id, Ruling(LiabilityOpinion.Intent, LiabilityMeasure.Correction), Chief, Now)));
        Assert.Equal("review.checklist-open", Refused(() => review.Advise(officer.Id, Given(LiabilityOpinion.GrossNegligence, LiabilityMeasure.Correction), false, Inspector, Now)));
        Assert.Equal("review.measure-without-liability", Refused(() => review.Advise(officer.Id, Given(LiabilityOpinion.NoLiability, LiabilityMeasure.Correction), true, Inspector, Now)));
        Assert.Equal("review.opinion", Refused(() => review.Advise(officer.Id, Given(null, LiabilityMeasure.Correction), true, Inspector, Now)));
        review.Advise(officer.Id, Given(LiabilityOpinion.GrossNegligence, LiabilityMeasure.Correction), true, Inspector, Now);

        Assert.Equal("review.decided-by-member", Refused(() => review.Decide(officer.Id, Ruling(LiabilityOpinion.GrossNegligence, LiabilityMeasure.Correction), Inspector, Now)));
        Assert.Equal("review.own-case", Refused(() => review.Decide(officer.Id, Ruling(LiabilityOpinion.GrossNegligence, LiabilityMeasure.Correction), Officer, Now)));
        Assert.Equal("review.measure-without-liability", Refused(() => review.Decide(officer.Id, Ruling(LiabilityOpinion.NoLiability, LiabilityMeasure.Criticism), Chief, Now)));
        var fact = review.Decide(officer.Id, Ruling(LiabilityOpinion.GrossNegligence, LiabilityMeasure.Correction), Chief, Now);

        Assert.Equal((ReviewState.Concluded, LiabilityMeasure.Correction, "n"), (review.State, fact.Measure, fact.DocumentNumber));
        Assert.Equal("review.served-on", Refused(() => review.Serve(officer.Id, Today.AddDays(1), "Counter", Guid.NewGuid(), Today)));
        Assert.Equal(Today, review.Serve(officer.Id, Today, "Counter", Guid.NewGuid(), Today).CountsFrom);
        Assert.Equal(ReviewState.Served, review.State);
    }

    /// <summary>Journey J9 step 5: the officer's days are his; before they are over only he himself says that he has nothing to say.</summary>
    [Fact]
    public void NoStatement_WrittenDownByAnInvestigator_WaitsForTheOfficersDays()
    {
        var officer = Investigated();
        var until = Today.AddDays(7);
        review.Ask(officer.Id, Inspector, Now);

        Assert.Equal("review.statement-time", Refused(() => review.NoneCame(officer.Id, "逾期没有陈述。", until, Inspector, Now.AddDays(7))));
        Assert.Equal("review.not-a-member", Refused(() => review.NoneCame(officer.Id, "逾期没有陈述。", until, Chief, Now.AddDays(8))));
        Assert.Equal("review.reason", Refused(() => review.NoneCame(officer.Id, " ", until, Inspector, Now.AddDays(8))));
        review.NoneCame(officer.Id, "逾期没有陈述。", until, Inspector, Now.AddDays(8));

        Assert.Equal((ReviewState.Heard, "逾期没有陈述。"), (review.State, officer.NoStatement));
    }

    /// <summary>What was said before stays; the last opinion waits for the leader.</summary>
    [Fact]
    public void Advise_Again_KeepsTheOpinionBefore()
    {
        var officer = Investigated();
        review.Ask(officer.Id, Inspector, Now);
        review.Hear(officer.Id, "我没有登记电话。", Now);
        review.Advise(officer.Id, Given(LiabilityOpinion.Intent, LiabilityMeasure.Discipline), true, Inspector, Now);
        review.Advise(officer.Id, Given(LiabilityOpinion.GrossNegligence, LiabilityMeasure.Correction), true, Inspector, Now.AddHours(1));

        Assert.Equal([LiabilityOpinion.Intent, LiabilityOpinion.GrossNegligence], review.Opinions.Select(given => given.Opinion));
        Assert.Equal((LiabilityOpinion.GrossNegligence, LiabilityMeasure.Correction), (officer.Advised, officer.AdvisedMeasure));
    }

    /// <summary>Without any finding, or with none that stands and everybody heard, a review ends with nobody at fault.</summary>
    [Fact]
    public void EndWithoutFault_NeedsAReason_NoFindingThatStands_AndEverybodyHeard()
    {
        var closing = new ReviewClosing { Outcome = ReviewVerdict.NotSubstantiated, Causes = [], Reason = "通话记录显示态度正常。", ToldText = "经查不属实。", ReportId = Guid.NewGuid(), ReportNumber = "r" };
        var stands = Investigated();
        Assert.Equal("review.fault-stands", Refused(() => review.EndWithoutFault(closing, true, Inspector, Now)));
        review.Withdraw(review.Findings[0].Id, Inspector);
        Assert.DoesNotContain(stands, review.Officers);
        review.Find(Officer, Draft() with { Verdict = ReviewVerdict.NotSubstantiated }, Inspector, Now);
        var officer = review.Officers[0];
        Assert.Equal("review.fault-stands", Refused(() => review.EndWithoutFault(closing, true, Inspector, Now)));
        review.Ask(officer.Id, Inspector, Now);
        Assert.Equal("review.fault-stands", Refused(() => review.EndWithoutFault(closing, true, Inspector, Now)));
        review.Hear(officer.Id, "各环节都在期限内。", Now);
        Assert.Equal("review.checklist-open", Refused(() => review.EndWithoutFault(closing, false, Inspector, Now)));
        Assert.Equal("review.reason", Refused(() => review.EndWithoutFault(closing with { Reason = " " }, true, Inspector, Now)));
        Assert.Equal("review.told", Refused(() => review.EndWithoutFault(closing with { ToldText = " " }, true, Inspector, Now)));
        Assert.Equal("review.not-a-member", Refused(() => review.EndWithoutFault(closing, true, Chief, Now)));
        var fact = review.EndWithoutFault(closing, true, Inspector, Now);

        Assert.Equal((ReviewState.Closed, ReviewVerdict.NotSubstantiated, "通话记录显示态度正常。"), (review.State, fact.Outcome, fact.Reason));
        Assert.True(officer.IsClearedByTheEnd);
        Assert.Equal("review.wrong-state", Refused(() => review.EndWithoutFault(closing, true, Inspector, Now)));
        // What happens later is a proposal of its own.
        Assert.Equal("review.wrong-state", Refused(() => review.Collect(Source("R8"), Now)));
    }

    [Fact]
    public void Remedies_HaveTheirWindowAndOrder_AndARevokedDecisionClears()
    {
        var officer = Served();
        var until = Today.AddDays(30);

        Assert.Equal("review.window", Refused(() => review.AskRecheck(officer.Id, "不服。", until.AddDays(1), until, until.AddDays(1))));
        Assert.Equal("review.window", Refused(() => review.AskRecheck(officer.Id, "不服。", Today, null, Today)));
        review.AskRecheck(officer.Id, "不服。", until, until, until);
        Assert.Equal("review.officer-stage", Refused(() => review.Appeal(officer.Id, "不服。", until, until, until)));
        Assert.Equal("review.decided-by-member", Refused(() => review.DecideRecheck(officer.Id, new RemedyRuling { Result = RemedyResult.Upheld, Reason = "维持。" }, Inspector)));
        review.DecideRecheck(officer.Id, new RemedyRuling { Result = RemedyResult.Upheld, Reason = "维持。" }, Chief);
        Assert.True(officer.IsRemedyPending);
        review.ServeRecheck(officer.Id, until, "Counter", until);
        review.Appeal(officer.Id, "仍不服。", until.AddDays(15), until.AddDays(15), until.AddDays(15));
        Assert.Equal("review.organ", Refused(() => review.DecideAppeal(officer.Id, new RemedyRuling { Result = RemedyResult.Revoked, Reason = "撤销。" })));
    }

    [Fact]
    public void DecideAppeal_Revoked_ClearsTheOfficerAndHisMeasure()
    {
        var officer = Served();
        review.Appeal(officer.Id, "不服。", Today, Today, Today);

        review.DecideAppeal(officer.Id, new RemedyRuling { Result = RemedyResult.Revoked, Reason = "撤销。", Organ = "上级检察院" });

        Assert.Equal((true, LiabilityMeasure.None, (int?)null), (officer.IsCleared, officer.Measure, officer.TrainingHours));
    }

    [Fact]
    public void Close_WithAnOpenWindow_WrongCauses_OrWithoutText_IsRefused()
    {
        Served();
        var closing = new ReviewClosing { Outcome = ReviewVerdict.Partly, Causes = ["Late"], ToldText = "已责令改正。", ReportId = Guid.NewGuid(), ReportNumber = "r" };

        Assert.Equal("review.remedy-open", Refused(() => review.Close(closing, true, Inspector, Now)));
        Assert.Equal("review.causes", Refused(() => review.Close(closing with { Causes = [] }, false, Inspector, Now)));
        Assert.Equal("review.causes", Refused(() => review.Close(closing with { Causes = ["Rude"] }, false, Inspector, Now)));
        Assert.Equal("review.causes", Refused(() => review.Close(closing with { Outcome = ReviewVerdict.NotSubstantiated }, false, Inspector, Now)));
        Assert.Equal("review.told", Refused(() => review.Close(closing with { ToldText = " " }, false, Inspector, Now)));
        Assert.Equal("review.not-a-member", Refused(() => review.Close(closing, false, Chief, Now)));
        var fact = review.Close(closing, false, Inspector, Now);

        Assert.Equal((ReviewState.Closed, "已责令改正。"), (review.State, fact.PublicText));
        Assert.Equal(8, review.Learn(new NewLesson(LessonKind.Training, "Late", "逐次登记联系情况", 8), Inspector, Now).Hours);
        Assert.Equal("review.hours", Refused(() => review.Learn(new NewLesson(LessonKind.Training, "Late", "登记", null), Inspector, Now)));
    }

    private static TriggerSource Source(string code) => new() { Code = code, At = Now, FactId = Guid.NewGuid() };

    private static ReviewPlan Plan() => new() { Questions = "是否逾期？", From = new DateOnly(2026, 1, 1), To = Today, BodyId = Guid.NewGuid(), ChecklistId = Guid.NewGuid() };

    private static FindingDraft Draft() => new() { Factor = "Late", Verdict = ReviewVerdict.Partly, Text = "逾期四日。", Facts = [new CitedFact(Guid.NewGuid(), 12, "ClockOverdue", Now)] };

    private static OpinionGiven Given(LiabilityOpinion? opinion, LiabilityMeasure measure) => new() { Opinion = opinion, Severity = LiabilitySeverity.Slight, Causation = "未登记联系。", Measure = measure };

    private static LiabilityRuling Ruling(LiabilityOpinion opinion, LiabilityMeasure measure) => new() { Opinion = opinion, Measure = measure, Reason = "理由。", DocumentId = Guid.NewGuid(), DocumentNumber = "n" };

    private static string Refused(Action act) => Assert.Throws<RuleBrokenException>(act).Code;

    private static string Refused<T>(Func<T> act) => Assert.Throws<RuleBrokenException>(() => { act(); }).Code;

    private void Opened()
    {
        review.Open(Plan(), Inspector, Now);
        review.Appoint(Inspector, Inspector, Now);
    }

    private ReviewedOfficer Investigated()
    {
        Opened();
        review.Find(Officer, Draft(), Inspector, Now);
        return review.Officers[0];
    }

    private ReviewedOfficer Served()
    {
        var officer = Investigated();
        review.Ask(officer.Id, Inspector, Now);
        review.Decline(officer.Id, "逾期没有陈述。", Now);
        review.Advise(officer.Id, Given(LiabilityOpinion.GrossNegligence, LiabilityMeasure.Correction), true, Inspector, Now);
        review.Decide(officer.Id, Ruling(LiabilityOpinion.GrossNegligence, LiabilityMeasure.Correction), Chief, Now);
        review.Serve(officer.Id, Today, "Counter", Guid.NewGuid(), Today);
        return officer;
    }

    private void Cleared()
    {
        var officer = Investigated();
        review.Ask(officer.Id, Inspector, Now);
        review.Hear(officer.Id, "各环节都在期限内。", Now);
        review.Advise(officer.Id, Given(LiabilityOpinion.NoLiability, LiabilityMeasure.None), true, Inspector, Now);
        review.Decide(officer.Id, Ruling(LiabilityOpinion.NoLiability, LiabilityMeasure.None), Chief, Now);
    }
}
