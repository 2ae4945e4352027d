using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Petitions.Data.Reads;

/// <summary>Gives a query of <see cref="ReadsTogether"/> its part of the answer instead of sending it.</summary>
internal sealed class SharedReads : DbCommandInterceptor
{
    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(eventData.Context is PetitionsDbContext { Shared: { } answer } ? InterceptionResult<DbDataReader>.SuppressWithResult(answer.To(command)) : result);
}
