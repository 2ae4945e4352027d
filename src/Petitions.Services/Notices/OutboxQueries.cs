using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Data.Petitions;
using Petitions.Domain.Offices;

namespace Petitions.Services.Notices;

/// <summary>The whole outbox in clear. Development only: the caller keeps it from everybody else.</summary>
public sealed class OutboxQueries(PetitionsDbContext db, ColumnProtector protector)
{
    public const int PageSize = 50;

    /// <summary>Newest first, older than <paramref name="before"/>.</summary>
    public async Task<IReadOnlyList<OutboxLine>> ListAsync(string? channel, string? number, Guid? before, CancellationToken ct)
    {
        var notices = db.Notices.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(channel))
        {
            notices = notices.Where(n => n.Channel == channel);
        }

        if (!string.IsNullOrWhiteSpace(number))
        {
            var wanted = number.Trim();
            notices = notices.Where(n => db.Petitions.VisibleTo(Actor.System).Any(p => p.Id == n.PetitionId && p.Number == wanted));
        }

        if (before is { } last && await db.Notices.Where(n => n.Id == last).Select(n => (DateTime?)n.CreatedAt).SingleOrDefaultAsync(ct) is { } at)
        {
            notices = notices.Where(n => n.CreatedAt < at || (n.CreatedAt == at && n.Id.CompareTo(last) < 0));
        }

        var rows = await notices.OrderByDescending(n => n.CreatedAt).ThenByDescending(n => n.Id).Take(PageSize).ToListAsync(ct);
        return [.. rows.Select(n => new OutboxLine(n.Id, n.CreatedAt, n.Channel, n.Template, n.State.ToString(), n.Attempts, n.LastError,
            n.Address is null ? null : protector.Unprotect(n.Address), n.Subject, protector.Unprotect(n.Body), n.StaffId is not null))];
    }
}
