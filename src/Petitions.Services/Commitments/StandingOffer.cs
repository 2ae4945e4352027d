using Petitions.Domain.Clocks;
using Petitions.Domain.Commitments;
using Petitions.Services.Clocks;

namespace Petitions.Services.Commitments;

/// <summary>
/// What the office offers to everybody who files under a name (journey J1 step 4): its dates are those of its own clock rules,
/// so it promises nothing it does not owe anyway, and owes it to whoever does not sign as well.
/// </summary>
public sealed class StandingOffer(ClockCatalog clocks, TimeProvider clock)
{
    private const string MaxMonths = "COMMITMENT_MAX_MONTHS";

    /// <summary>Of a matter that would be received now.</summary>
    public CommitmentOffer? Current => Of(ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime));

    public int Months(DateOnly today) => clocks.Quota(MaxMonths, today).AsInteger();

    /// <summary>Both columns for a matter received on a day; null while the rules of it are switched off.</summary>
    public CommitmentOffer? Of(DateOnly day)
    {
        if (clocks.DueOf(Commitment.PromiseRule, day) is not { } contact || clocks.DueOf("PROC_REPLY_7D", day) is not { } reply)
        {
            return null;
        }

        var end = day.AddMonths(Months(day));
        return new CommitmentOffer
        {
            Office =
            [
                new OfficePromise(PromiseKind.FirstContact, contact.Due),
                new OfficePromise(PromiseKind.NamedPerson, reply.Due),
                new OfficePromise(PromiseKind.ProceduralReply, reply.Due),
                new OfficePromise(PromiseKind.WrittenAnswer, end),
            ],
            Petitioner = PromiseKinds.Petitioner,
            EndOn = end,
        };
    }
}
