namespace Petitions.Domain.AccountabilityReviews;

/// <summary>What concerns the officers under review: findings, hearing, opinion, decision, remedies.</summary>
public sealed partial class AccountabilityReview
{
    /// <summary>
    /// Writes a finding on one officer, a draft he cannot see. Once he was asked nothing is added behind his back: a
    /// further finding needs an officer who has not been asked yet.
    /// </summary>
    /// <exception cref="RuleBrokenException">review.wrong-state, review.not-a-member, review.own-case, review.officer-stage, review.finding-*.</exception>
    public ReviewFinding Find(Guid staffId, FindingDraft draft, Guid by, DateTime now)
    {
        RequireMember(by);
        Require(ReviewState.Investigating, ReviewState.Heard);
        Rule.Require(members.TrueForAll(member => member.StaffId != staffId), "review.own-case");
        var officer = officers.Find(known => known.StaffId == staffId);
        if (officer is null)
        {
            officer = ReviewedOfficer.Name(Id, staffId, now);
            officers.Add(officer);
        }

        Rule.Require(officer.Stage == OfficerStage.Drafted, "review.officer-stage");
        var finding = ReviewFinding.Write(Id, officer.Id, draft, by, now);
        findings.Add(finding);
        State = ReviewState.Investigating;
        Version++;
        return finding;
    }

    /// <summary>A draft is thrown away; with his last one the officer is under review no more.</summary>
    /// <exception cref="RuleBrokenException">review.not-a-member, review.officer-stage.</exception>
    public void Withdraw(Guid findingId, Guid by)
    {
        RequireMember(by);
        var finding = findings.Find(known => known.Id == findingId);
        Rule.Require(finding is { SentAt: null }, "review.officer-stage");
        findings.Remove(finding!);
        if (findings.TrueForAll(other => other.OfficerId != finding!.OfficerId))
        {
            officers.RemoveAll(officer => officer.Id == finding!.OfficerId);
        }

        SettleHeard();
        Version++;
    }

    public FindingsSentForAnswer Ask(Guid officerId, Guid by, DateTime now)
    {
        RequireMember(by);
        Require(ReviewState.Investigating);
        var officer = Officer(officerId);
        Version++;
        return officer.Ask([.. findings.Where(finding => finding.OfficerId == officer.Id)], now);
    }

    /// <summary>The officer's own words, written by himself or handed in on paper.</summary>
    public OfficerStatementReceived Hear(Guid officerId, string? text, DateTime now)
    {
        Require(ReviewState.Investigating);
        var fact = Officer(officerId).Hear(text, now);
        SettleHeard();
        Version++;
        return fact;
    }

    /// <summary>He himself declined: it is written down and the review goes on.</summary>
    public OfficerStatementRefused Decline(Guid officerId, string? reason, DateTime now)
    {
        Require(ReviewState.Investigating);
        var fact = Officer(officerId).Decline(reason, now);
        SettleHeard();
        Version++;
        return fact;
    }

    /// <summary>None came in time: an investigator writes it down once the officer's days are over, and the review goes on.</summary>
    /// <param name="officerId">Whose statement is missing.</param>
    /// <param name="reason">What was done to hear him.</param>
    /// <param name="until">Last day of his limit; null where the rule is off.</param>
    /// <param name="by">A member.</param>
    /// <param name="now">Moment.</param>
    /// <exception cref="RuleBrokenException">review.not-a-member, review.wrong-state, review.statement-time, review.officer-stage, review.reason.</exception>
    public OfficerStatementRefused NoneCame(Guid officerId, string? reason, DateOnly? until, Guid by, DateTime now)
    {
        RequireMember(by);
        Require(ReviewState.Investigating);
        var fact = Officer(officerId).NoneCame(reason, until, now);
        SettleHeard();
        Version++;
        return fact;
    }

    /// <param name="officerId">Whom it is about.</param>
    /// <param name="given">The opinion.</param>
    /// <param name="checklistDone">Every step of the review's own version of the checklist is answered.</param>
    /// <param name="by">A member.</param>
    /// <param name="now">Moment.</param>
    /// <exception cref="RuleBrokenException">review.checklist-open, review.officer-stage, review.opinion, review.measure-without-liability.</exception>
    public void Advise(Guid officerId, OpinionGiven given, bool checklistDone, Guid by, DateTime now)
    {
        RequireMember(by);
        Require(ReviewState.Heard);
        Rule.Require(checklistDone, "review.checklist-open");
        opinions.Add(Officer(officerId).Advise(given, by, now));
        Version++;
    }

    /// <summary>The leader decides; nobody of the investigation does, and nothing before the opinion.</summary>
    /// <exception cref="RuleBrokenException">review.opinion-first, review.decided-by-member, review.own-case, review.measure-without-liability.</exception>
    public LiabilityDecided Decide(Guid officerId, LiabilityRuling ruling, Guid by, DateTime now)
    {
        Rule.Require(members.TrueForAll(member => member.StaffId != by), "review.decided-by-member");
        // Before his own case: of a draft about himself he learns nothing from an answer.
        Require(ReviewState.Heard);
        Rule.Require(officers.TrueForAll(officer => officer.StaffId != by), "review.own-case");
        var fact = Officer(officerId).Decide(ruling, by, now);
        if (officers.TrueForAll(officer => officer.DecidedAt is not null))
        {
            State = ReviewState.Concluded;
        }

        Version++;
        return fact;
    }

    public LiabilityDecisionServed Serve(Guid officerId, DateOnly on, string? way, Guid receiptId, DateOnly today)
    {
        Require(ReviewState.Heard, ReviewState.Concluded);
        var fact = Officer(officerId).Serve(on, way, receiptId, today);
        if (State == ReviewState.Concluded && officers.TrueForAll(officer => officer.ServedOn is not null))
        {
            State = ReviewState.Served;
        }

        Version++;
        return fact;
    }

    public LiabilityRecheckRequested AskRecheck(Guid officerId, string? grounds, DateOnly on, DateOnly? until, DateOnly today)
    {
        Version++;
        return Officer(officerId).AskRecheck(grounds, on, until, today);
    }

    public LiabilityRecheckDecided DecideRecheck(Guid officerId, RemedyRuling ruling, Guid by)
    {
        RequireRemedyJudge(by);
        Version++;
        return Officer(officerId).DecideRecheck(ruling);
    }

    public LiabilityRecheckServed ServeRecheck(Guid officerId, DateOnly on, string? way, DateOnly today)
    {
        Version++;
        return Officer(officerId).ServeRecheck(on, way, today);
    }

    public LiabilityAppealRequested Appeal(Guid officerId, string? grounds, DateOnly on, DateOnly? until, DateOnly today)
    {
        Version++;
        return Officer(officerId).Appeal(grounds, on, until, today);
    }

    /// <summary>Writes down what the next higher office decided.</summary>
    public LiabilityAppealDecided DecideAppeal(Guid officerId, RemedyRuling ruling)
    {
        Version++;
        return Officer(officerId).DecideAppeal(ruling);
    }

    private ReviewedOfficer Officer(Guid officerId)
    {
        var officer = officers.Find(known => known.Id == officerId);
        Rule.Require(officer is not null, "review.officer-unknown");
        return officer!;
    }

    /// <summary>Whoever decides on a remedy, or on more time for one: neither an investigator nor an officer under review.</summary>
    /// <exception cref="RuleBrokenException">review.decided-by-member, review.own-case.</exception>
    public void RequireRemedyJudge(Guid by)
    {
        Rule.Require(members.TrueForAll(member => member.StaffId != by), "review.decided-by-member");
        Rule.Require(officers.TrueForAll(officer => officer.StaffId != by), "review.own-case");
    }

    private void SettleHeard()
    {
        if (State is ReviewState.Investigating && officers.Count > 0 && officers.TrueForAll(officer => officer.HeardAt is not null))
        {
            State = ReviewState.Heard;
        }
    }
}
