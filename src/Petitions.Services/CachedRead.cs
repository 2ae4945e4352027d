using Microsoft.Extensions.DependencyInjection;
using Petitions.Data;

namespace Petitions.Services;

/// <summary>
/// What is read seldom changed and often asked for: kept in memory, read again at the first question after
/// <see cref="Forget"/> or after a minute of real time, so that every node sees a change within a minute.
/// </summary>
internal sealed class CachedRead<T>(IServiceScopeFactory scopes, Func<PetitionsDbContext, T> read)
    where T : class
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(1);
    private readonly Lock gate = new();
    private T? value;
    private long readAt;

    public T Value
    {
        get
        {
            lock (gate)
            {
                if (value is null || TimeProvider.System.GetElapsedTime(readAt) > Life)
                {
                    using var scope = scopes.CreateScope();
                    value = read(scope.ServiceProvider.GetRequiredService<PetitionsDbContext>());
                    readAt = TimeProvider.System.GetTimestamp();
                }

                return value;
            }
        }
    }

    public void Forget()
    {
        lock (gate)
        {
            value = null;
        }
    }
}
