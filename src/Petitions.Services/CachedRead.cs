using Microsoft.Extensions.DependencyInjection;
using Petitions.Data;

namespace Petitions.Services;

/// <summary>
/// What is read seldom changed and often asked for: kept in memory, read again at the first question after
/// <see cref="Forget"/> or after a minute of real time, so that every node sees a change within a minute. While the
/// database is away what was read last goes on, asked again every few seconds (security.md A6).
/// </summary>
/// <param name="life">How long a value is young; a minute unless told otherwise.</param>
public sealed class CachedRead<T>(IServiceScopeFactory scopes, Func<PetitionsDbContext, T> read, TimeSpan? life = null)
    where T : class
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private readonly TimeSpan life = life ?? TimeSpan.FromMinutes(1);
    private readonly Lock gate = new();
    private volatile T? value;
    private volatile bool forgotten;
    private long readAt;
    private long triedAt;

    public T Value
    {
        get
        {
            // Nearly always: known, and young.
            if (value is { } known && !IsOld)
            {
                return known;
            }

            // What only grew old is read by one, and the others go on with it: hundreds who ask at once and wait for one
            // reader would take every thread of a small machine, the reader's own included.
            if (value is { } old && !forgotten)
            {
                return gate.TryEnter() ? Renewed() : old;
            }

            gate.Enter();
            return Renewed();
        }
    }

    public void Forget()
    {
        lock (gate)
        {
            (forgotten, triedAt) = (true, 0);
        }
    }

    private bool IsOld => forgotten || TimeProvider.System.GetElapsedTime(Interlocked.Read(ref readAt)) > life;

    /// <summary>Reads it again unless another did meanwhile; leaves the gate.</summary>
    private T Renewed()
    {
        try
        {
            if (value is null || (IsOld && TimeProvider.System.GetElapsedTime(triedAt) > Pause))
            {
                Read();
            }

            return value!;
        }
        finally
        {
            gate.Exit();
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
            forgotten = false;
        }
        catch (Exception away) when (value is not null && DatabaseAway.Is(away, engine))
        {
            triedAt = TimeProvider.System.GetTimestamp();
        }
    }
}
