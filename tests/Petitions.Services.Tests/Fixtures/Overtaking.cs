using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Petitions.Services.Tests.Fixtures;

/// <summary>Lets somebody else save first: what is set runs once, between a unit of work's look and its save.</summary>
internal sealed class Overtaking : SaveChangesInterceptor
{
    private Func<Task>? next;

    public Func<Task> Next
    {
        set => next = value;
    }

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref next, null) is { } act)
        {
            await act();
        }

        return result;
    }
}
