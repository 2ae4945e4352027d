using Petitions.Domain.Commitments;
using Petitions.Domain.Facts;

namespace Petitions.Domain.Tests.Commitments;

/// <summary>Two-way commitments (domain.md row 8, journey J16): the log judges the office, nobody judges the petitioner by machine.</summary>
public sealed class CommitmentTests
{
    private const int Months = 3;
    private static readonly DateTime T0 = new(2026, 3, 2, 0, 30, 0, DateTimeKind.Utc);
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly DateOnly Contact = new(2026, 3, 5);

    private static readonly CommitmentOffer J16 = new()
    {
        Office = [new(PromiseKind.FirstContact, Contact), new(PromiseKind.ProceduralReply, new DateOnly(2026, 3, 9))],
        Petitioner = [PromiseKind.TruePapers, PromiseKind.OneChannel],
        EndOn = new DateOnly(2026, 6, 2),
    };

    [Xunit.Fact]
    public void Offer_ThatPromisesNothing_OrTooMuch_IsRefused()
    {
        Assert.Equal("commitment.office-none", Refused(J16 with { Office = [] }));
        Assert.Equal("commitment.office-none", Refused(J16 with { Office = [new(PromiseKind.KeepOrder, Contact)] }));
        Assert.Equal("commitment.office-none", Refused(J16 with { Office = [.. J16.Office, new(PromiseKind.FirstContact, Contact)] }));
        Assert.Equal("commitment.petitioner-none", Refused(J16 with { Petitioner = [] }));
        Assert.Equal("commitment.petitioner-none", Refused(J16 with { Petitioner = [PromiseKind.FirstContact] }));
        Assert.Equal("commitment.end", Refused(J16 with { EndOn = Today }));
        Assert.Equal("commitment.end", Refused(J16 with { EndOn = Today.AddMonths(Months).AddDays(1) }));
        Assert.Equal("commitment.due", Refused(J16 with { Office = [new(PromiseKind.FirstContact, Today.AddDays(-1))] }));
        Assert.Equal("commitment.due", Refused(J16 with { Office = [new(PromiseKind.FirstContact, J16.EndOn.AddDays(1))] }));
    }

    [Xunit.Fact]
    public void Sign_MakesEachPromiseOfTheOfficeAFact_AndIsDoneOnce()
    {
        var commitment = Offered();

        var facts = commitment.Sign(CommitmentWay.Portal, Guid.NewGuid(), null, T0);

        Assert.Equal(["CommitmentSigned", "CommitmentPromiseMade", "CommitmentPromiseMade"], facts.Select(fact => fact.Kind));
        Assert.Equal([Contact, new DateOnly(2026, 3, 9)], facts.OfType<CommitmentPromiseMade>().Select(made => made.NamedDue!.Value));
        Assert.Equal(FactSubject.Commitment, facts[0].Subject);
        Assert.Equal("commitment.answered", Code(() => commitment.Sign(CommitmentWay.Portal, Guid.NewGuid(), null, T0)));
        Assert.Equal("commitment.answered", Code(() => commitment.Decline(CommitmentWay.Portal, null, T0)));
    }

    [Xunit.Fact]
    public void Sign_AfterADayOfTheOfficeHasPassed_IsRefused()
    {
        var commitment = Offered();

        Assert.Equal("commitment.offer-over", Code(() => commitment.Sign(CommitmentWay.Portal, Guid.NewGuid(), null, At(Contact.AddDays(1)))));
        Assert.True(commitment.IsOfferOver(Contact.AddDays(1)));
        Assert.False(commitment.IsOfferOver(Contact));
    }

    /// <summary>In time until 24:00 of the day; done later it stays broken.</summary>
    [Xunit.Fact]
    public void Promise_OfTheOffice_IsKeptByItsFact_BrokenWithoutIt_AndDoneLateAfterwards()
    {
        var commitment = Signed();
        var (contact, reply) = (commitment.OfficePromises.First(), commitment.OfficePromises.Last());

        Assert.Empty(commitment.React("FactsChecked", Today, T0));
        Assert.Empty(commitment.Judge(contact.Id, [], Contact, At(Contact)));
        Assert.IsType<CommitmentPromiseBroken>(Assert.Single(commitment.Judge(contact.Id, [], Contact.AddDays(1), At(Contact.AddDays(1)))));
        Assert.Empty(commitment.Judge(contact.Id, [], Contact.AddDays(1), At(Contact.AddDays(1))));
        var late = Assert.IsType<CommitmentPromiseKept>(Assert.Single(commitment.React("PetitionerContacted", Contact.AddDays(2), At(Contact.AddDays(2)))));
        Assert.True(late.Late);
        Assert.NotNull(contact.Broken);
        Assert.Null(contact.Kept);
        Assert.Equal(Contact.AddDays(2), contact.DoneLate!.Day);

        var kept = commitment.React("AcceptanceNoticeSent", new DateOnly(2026, 3, 9), At(new DateOnly(2026, 3, 9)));
        Assert.False(Assert.IsType<CommitmentPromiseKept>(Assert.Single(kept)).Late);
        Assert.NotNull(reply.Kept);
        Assert.Equal(CommitmentState.Signed, commitment.State);
    }

    /// <summary>A path that told nobody at once is caught by the judgment: what the log holds by the due day is kept.</summary>
    [Xunit.Fact]
    public void Judge_ReadsTheLog_OnTheDayItWasWritten()
    {
        var (inTime, tooLate) = (Signed(), Signed());

        var kept = inTime.Judge(inTime.OfficePromises.First().Id, [new("PetitionerContacted", Contact)], Contact.AddDays(1), At(Contact.AddDays(1)));
        var broken = tooLate.Judge(tooLate.OfficePromises.First().Id, [new("PetitionerContacted", Contact.AddDays(1))], Contact.AddDays(1), At(Contact.AddDays(1)));

        Assert.Equal(Contact, Assert.IsType<CommitmentPromiseKept>(Assert.Single(kept)).On);
        Assert.Equal(["CommitmentPromiseBroken", "CommitmentPromiseKept"], broken.Select(fact => fact.Kind));
    }

    [Xunit.Fact]
    public void EveryPromiseOfTheOfficeKept_Fulfils_WhateverThePetitionerDid()
    {
        var commitment = Signed();

        commitment.React("PetitionerContacted", Today, T0);
        var facts = commitment.React("ProceduralReplySent", Today, T0);

        Assert.Equal(["CommitmentPromiseKept", "CommitmentLapsed"], facts.Select(fact => fact.Kind));
        Assert.Equal((CommitmentState.Fulfilled, CommitmentEnd.Fulfilled), (commitment.State, commitment.EndCause));
        Assert.All(commitment.PetitionerPromises, promise => Assert.True(promise.IsOpen));
        Assert.Empty(commitment.Lapse(CommitmentEnd.EndDate, commitment.EndOn, T0));
    }

    /// <summary>J16 c: no fact of a matter keeps or breaks what the petitioner promised, and no verb can say that it was broken.</summary>
    [Xunit.Fact]
    public void PromiseOfThePetitioner_IsJudgedByAPersonOnly_AndOnlyAsKept()
    {
        var commitment = Signed();
        foreach (var kind in FactKinds.All)
        {
            commitment.React(kind.Code, Today, T0);
        }

        var promise = commitment.PetitionerPromises.First();
        Assert.All(commitment.PetitionerPromises, each => Assert.True(each.IsOpen));
        Assert.All(PromiseKinds.Petitioner, kind => Assert.Empty(PromiseKinds.KeptBy(kind)));
        Assert.Empty(commitment.Judge(promise.Id, [], commitment.EndOn.AddDays(1), At(commitment.EndOn.AddDays(1))));

        var fact = commitment.KeptByPetitioner(promise.Id, Guid.NewGuid(), null, T0);

        Assert.Equal(PromiseSide.Petitioner, fact.Side);
        Assert.Equal("commitment.judged", Code(() => commitment.KeptByPetitioner(promise.Id, Guid.NewGuid(), null, T0)));
        Assert.Equal("commitment.not-signed", Code(() => Offered().KeptByPetitioner(Guid.NewGuid(), Guid.NewGuid(), null, T0)));
    }

    [Xunit.Fact]
    public void EveryFactThatKeepsAPromise_IsAKindOfTheLog()
    {
        var known = FactKinds.All.Select(kind => kind.Code).ToHashSet();

        Assert.All(PromiseKinds.Office, kind => Assert.NotEmpty(PromiseKinds.KeptBy(kind)));
        Assert.All(PromiseKinds.Office.SelectMany(PromiseKinds.KeptBy), code => Assert.Contains(code, known));
        Assert.Equal(6, known.Count(PromiseKinds.Ends));
    }

    private static Commitment Offered() => Commitment.Offer(Guid.NewGuid(), J16, Months, null, T0).Commitment;

    private static Commitment Signed()
    {
        var commitment = Offered();
        commitment.Sign(CommitmentWay.Filing, Guid.NewGuid(), null, T0);
        return commitment;
    }

    private static string Refused(CommitmentOffer offer) => Code(() => Commitment.Offer(Guid.NewGuid(), offer, Months, null, T0));

    private static string Code(Func<object> act) => Assert.Throws<RuleBrokenException>(() => act()).Code;

    // Noon in Asia/Shanghai.
    private static DateTime At(DateOnly day) => day.ToDateTime(new TimeOnly(4, 0), DateTimeKind.Utc);
}
