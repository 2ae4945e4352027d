using Microsoft.Extensions.DependencyInjection;
using Petitions.Data;

namespace Petitions.Services;

/// <summary>
/// What is read seldom changed and often asked for: kept in memory, read again at the first question after
/// <see cref="Forget"/> or after a minute of real time, so that every node sees a change within a minute. Half a minute
/// old it is read again beside the questions, on a thread of its own: hundreds who ask at once and wait for one reader,
/// or a reader that holds one of a small machine's threads while it waits for a connection, would stop everything.
/// While the database is away what was read last goes on and nobody waits: it is asked again beside the questions, every
/// few seconds (security.md A6).
/// </summary>
/// <param name="life">How long a value may be used; a minute unless told otherwise.</param>
/// <param name="youth">How long nobody reads it again; half its life unless told otherwise.</param>
public sealed class CachedRead<T>(IServiceScopeFactory scopes, Func<PetitionsDbContext, T> read, TimeSpan? life = null, TimeSpan? youth = null)
    where T : class
{
    private readonly TimeSpan life = life ?? TimeSpan.FromMinutes(1);
    private readonly TimeSpan youth = youth ?? (life ?? TimeSpan.FromMinutes(1)) / 2;
    private readonly Lock gate = new();
    private volatile T? value;
    private volatile bool forgotten;
    private volatile bool away;
    private int renewing;
    private long readAt;
    private long triedAt;

    /// <summary>After a reading that failed, how long none is tried.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(5);

    public T Value
    {
        get
        {
            if (value is not { } known || (forgotten && !IsAway))
            {
                gate.Enter();
                return Renewed();
            }

            if (Age > life && !IsAway)
            {
                // Nobody asked for long: the first one reads it, and whoever asks meanwhile goes on with it.
                return gate.TryEnter() ? Renewed() : known;
            }

            if ((forgotten || Age > youth) && MayTry && Interlocked.Exchange(ref renewing, 1) == 0)
            {
                new Thread(RenewBeside) { IsBackground = true, Name = RenewalThread.Name }.UnsafeStart();
            }

            return known;
        }
    }

    public void Forget()
    {
        lock (gate)
        {
            // Whoever saved the change found the database there.
            (forgotten, away, triedAt) = (true, false, 0);
        }
    }

    private TimeSpan Age => TimeProvider.System.GetElapsedTime(Interlocked.Read(ref readAt));

    /// <summary>A read that failed is not tried again at each question.</summary>
    private bool MayTry => SinceTried >= Pause;

    /// <summary>The last reading found no database. One that nobody repeated for a whole life says nothing any more.</summary>
    private bool IsAway => away && SinceTried < life;

    private TimeSpan SinceTried => TimeProvider.System.GetElapsedTime(Interlocked.Read(ref triedAt));

    private void RenewBeside()
    {
        try
        {
            lock (gate)
            {
                ReadIf(youth);
            }
        }
        catch (Exception)
        {
            // What is wrong is told to whoever asks when the value is too old to be used.
            Interlocked.Exchange(ref triedAt, TimeProvider.System.GetTimestamp());
        }
        finally
        {
            Volatile.Write(ref renewing, 0);
        }
    }

    /// <summary>Reads it again unless another did meanwhile; leaves the gate.</summary>
    private T Renewed()
    {
        try
        {
            ReadIf(life);
            return value!;
        }
        finally
        {
            gate.Exit();
        }
    }

    private void ReadIf(TimeSpan olderThan)
    {
        if (value is null || ((forgotten || Age > olderThan) && MayTry))
        {
            Read();
        }
    }

    private void Read()
    {
        using var scope = scopes.CreateScope();
        var engine = scope.ServiceProvider.GetRequiredService<IEngineInfo>();
        try
        {
            value = read(scope.ServiceProvider.GetRequiredService<PetitionsDbContext>());
            Interlocked.Exchange(ref readAt, TimeProvider.System.GetTimestamp());
            (forgotten, away) = (false, false);
        }
        catch (Exception error) when (value is not null && DatabaseAway.Is(error, engine))
        {
            Interlocked.Exchange(ref triedAt, TimeProvider.System.GetTimestamp());
            away = true;
        }
    }
}
