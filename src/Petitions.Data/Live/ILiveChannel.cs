namespace Petitions.Data.Live;

/// <summary>
/// Carries "something changed here" between all nodes on one database. A topic is the id of a hall or an office and
/// nothing else: what changed is read by whoever may read it. Lost words are no harm: pages also ask by themselves.
/// </summary>
public interface ILiveChannel
{
    /// <summary>Says it on the connection of the save, so that within a transaction it is heard when that is committed.</summary>
    Task SayAsync(PetitionsDbContext db, IReadOnlyCollection<Guid> topics, CancellationToken ct);

    /// <summary>Listens until cancelled or until the database is away, which it says by an exception.</summary>
    /// <param name="db">A context of its own for as long as it listens.</param>
    /// <param name="listening">Called once what is said is heard.</param>
    /// <param name="heard">Called for each topic.</param>
    /// <param name="ct">Ends it.</param>
    Task ListenAsync(PetitionsDbContext db, Action listening, Action<Guid> heard, CancellationToken ct);
}
