using Petitions.Domain.Facts;
using Petitions.Domain.Offices;

namespace Petitions.Services.Setup.Load;

/// <summary>The facts of one matter, or of what stands beside it, while it is told.</summary>
internal sealed class LoadChain(LoadWorld world, List<object> rows)
{
    private readonly List<FactRecord> facts = [];

    public void Record(Actor actor, IEnumerable<Fact> told, DateTime now)
    {
        foreach (var fact in told)
        {
            facts.Add(FactRecord.Of(fact, actor, now));
        }
    }

    /// <summary>Gives the facts their places, signs the end of the chain, and hands it over.</summary>
    public void Finish(FactSubject subject, Guid id)
    {
        var head = ChainHead.Start(subject, id);
        foreach (var fact in facts)
        {
            fact.Append(head.Seq + 1, head.Hash);
            foreach (var value in fact.Values)
            {
                value.Encrypt(world.Protector.Protect);
                rows.Add(value);
            }

            head.Advance(fact.Seq, fact.Hash);
            rows.Add(fact);
        }

        head.Sign(world.Keys.Sign);
        rows.Add(head);
    }
}
