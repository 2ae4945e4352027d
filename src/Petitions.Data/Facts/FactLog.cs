using Petitions.Domain.Facts;
using Petitions.Domain.Offices;

namespace Petitions.Data.Facts;

/// <summary>Records facts into the unit of work: they are saved with the change they tell of, or not at all.</summary>
public sealed class FactLog(PetitionsDbContext db, TimeProvider clock)
{
    public void Record(Actor actor, params IEnumerable<Fact> facts)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var fact in facts)
        {
            db.Facts.Add(FactRecord.Of(fact, actor, now));
        }
    }

    public void Record(Actor actor, Fact fact) => Record(actor, [fact]);
}
