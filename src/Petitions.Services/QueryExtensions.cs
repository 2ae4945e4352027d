using Microsoft.EntityFrameworkCore;

namespace Petitions.Services;

public static class QueryExtensions
{
    /// <exception cref="NotFoundException">When no row is left.</exception>
    public static async Task<T> SingleOrNotFoundAsync<T>(this IQueryable<T> query, CancellationToken ct)
        where T : class => await query.SingleOrDefaultAsync(ct) ?? throw new NotFoundException();
}
