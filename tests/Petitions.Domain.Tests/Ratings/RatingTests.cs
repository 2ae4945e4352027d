using Petitions.Domain.Facts;
using Petitions.Domain.FollowUps;
using Petitions.Domain.Offices;
using Petitions.Domain.Ratings;
using Petitions.Domain.Receptions;

namespace Petitions.Domain.Tests.Ratings;

/// <summary>One rating, of a reply or of a reception (domain.md row 37, seed feature 38).</summary>
public sealed class RatingTests
{
    private static readonly DateTime T0 = new(2026, 3, 2, 1, 0, 0, DateTimeKind.Utc);

    [Xunit.Fact]
    public void Visit_StillGoingOn_IsNotRated() =>
        Assert.Equal("rating.not-ended", Assert.Throws<RuleBrokenException>(() => Rating.Give(Arrived(), RatingGiven.OfVisit("Satisfied", "Satisfied", "Satisfied", null), T0)).Code);

    [Xunit.Fact]
    public void Visit_LeftUnheard_IsRated_InTheChainOfTheVisit()
    {
        var visit = Arrived();
        visit.End(ReceptionOutcome.LeftUnheard, null, T0.AddMinutes(30));

        var rating = Rating.Give(visit, RatingGiven.OfVisit("Satisfied", "Dissatisfied", "Satisfied", " 等了很久。 "), T0.AddMinutes(31));
        var fact = FactRecord.Of(rating.ToFact(), Actor.Citizen(), T0.AddMinutes(31));

        Assert.Equal((visit.Id, (Guid?)null, (Guid?)null, true, "等了很久。"), (rating.ReceptionId, rating.ReplyId, rating.PetitionId, rating.IsLow, rating.Comment));
        Assert.Equal(Rating.NotEvaluated, rating.FirstHandler);
        Assert.Equal((FactSubject.Reception, visit.Id, "ReplyRated"), (fact.Subject, fact.SubjectId, fact.Kind));
        Assert.Contains($"\"receptionId\":\"{visit.Id:D}\"", fact.Data, StringComparison.Ordinal);
        Assert.DoesNotContain("petitionId", fact.Data, StringComparison.Ordinal);
        Assert.DoesNotContain("\"subject\"", fact.Data, StringComparison.Ordinal);
        Assert.DoesNotContain("等了很久", fact.Data, StringComparison.Ordinal);
    }

    [Xunit.Fact]
    public void Reply_IsRated_InTheChainOfItsMatter()
    {
        var (petition, reply) = (Guid.NewGuid(), Guid.NewGuid());

        var rating = Rating.Give(petition, reply, new RatingGiven("Satisfied", "Satisfied", "BasicallySatisfied", "Satisfied", " "), T0);
        var fact = FactRecord.Of(rating.ToFact(), Actor.Citizen(petition), T0);

        Assert.Equal((petition, reply, (Guid?)null, false, (string?)null), (rating.PetitionId, rating.ReplyId, rating.ReceptionId, rating.IsLow, rating.Comment));
        Assert.Equal((FactSubject.Petition, petition), (fact.Subject, fact.SubjectId));
        Assert.DoesNotContain("receptionId", fact.Data, StringComparison.Ordinal);
    }

    /// <summary>The call about a visit ends with what was said: there is no answer to review.</summary>
    [Xunit.Fact]
    public void CallBack_OfAVisit_MakesNeitherReviewNorProposal()
    {
        var (visit, staff) = (Guid.NewGuid(), Guid.NewGuid());
        var (task, opened) = CallbackTask.OpenForVisit(visit, staff, new DateOnly(2026, 3, 5), T0);
        var report = new CallbackReport { Outcome = CallbackOutcome.ComplaintStands, Note = "确实等了五十分钟。" };

        var reopened = Assert.Throws<RuleBrokenException>(() => task.Done(staff, report with { Reopen = true }, null, T0));
        var proposed = Assert.Throws<RuleBrokenException>(() => task.Done(staff, report with { Trigger = "R10" }, null, T0));
        var done = task.Done(staff, report, null, T0);

        Assert.Equal(("callback.visit", "callback.visit"), (reopened.Code, proposed.Code));
        Assert.Equal((FactSubject.Reception, visit, FactSubject.Reception, visit), (opened.Subject, opened.SubjectId, done.Subject, done.SubjectId));
        Assert.Equal((CallbackOutcome.ComplaintStands, staff), (task.Outcome, task.DoneBy));
    }

    private static Reception Arrived() => Reception.Arrive(new NewReception
    {
        SubmissionKey = Guid.NewGuid(),
        OfficeId = Guid.NewGuid(),
        ServicePointId = Guid.NewGuid(),
        Day = new DateOnly(2026, 3, 2),
        Ticket = new Ticket("A", 1),
        RegisteredBy = Guid.NewGuid(),
        PlaceToken = new byte[Reception.TokenLength],
        Visitors = [new VisitorDetails { Relation = "Petitioner", Name = "甲" }],
    }, T0).Reception;
}
