using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Data.Petitions;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;

namespace Petitions.Services.Petitions;

/// <summary>Opens a matter to whoever holds its number and query code. A right code is never refused.</summary>
public sealed class PetitionAccess(PetitionsDbContext db, ColumnProtector protector, KeyRing keys, AccessSlowDown slowDown, TimeProvider clock)
{
    /// <summary>How long attempts are kept at all.</summary>
    public static readonly TimeSpan AttemptsKept = TimeSpan.FromDays(1);

    /// <summary>
    /// The matter, or null: wrong code, unknown number and nonsense get one answer after the same work. The wrong ones
    /// make the next answers slower, for this number and from this address.
    /// </summary>
    public async Task<OpenedPetition?> OpenAsync(string? number, string? code, string? address, CancellationToken ct) =>
        await OpenAnyAsync(number, code, address, ct) is { ProgressOnly: false } own ? own : null;

    /// <summary>The same, also for a code that was handed out for progress; what it opens says so.</summary>
    public async Task<OpenedPetition?> OpenAnyAsync(string? number, string? code, string? address, CancellationToken ct)
    {
        var asked = PetitionNumber.TryParse(number)?.Value ?? "";
        var given = QueryCode.TryParse(code);
        var target = protector.BlindIndex("access", asked);
        var from = address is null ? null : protector.BlindIndex("address", address);
        await WaitAsync(target, from, ct);
        var found = await db.Petitions.VisibleTo(Actor.System).AsNoTracking().Where(p => p.Number == asked)
            .Select(p => new { p.Id, p.Number, p.QueryCodeHash }).SingleOrDefaultAsync(ct);
        var hash = given?.Hash(keys.CodeKey) ?? new byte[32];
        var right = CryptographicOperations.FixedTimeEquals(hash, found?.QueryCodeHash ?? RandomNumberGenerator.GetBytes(hash.Length));
        if (right && found is not null && given is not null)
        {
            return new OpenedPetition(found.Id, found.Number, StampOf(hash));
        }

        // Asked for whether or not there is such a matter, so that the answers take the same time.
        var today = Domain.Clocks.ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime);
        var matter = found?.Id ?? Guid.Empty;
        var granted = await db.AccessGrants.AsNoTracking().AnyAsync(g => g.PetitionId == matter && g.CodeHash == hash && g.RevokedAt == null && g.ValidUntil >= today, ct);
        if (granted && found is not null && given is not null)
        {
            return new OpenedPetition(found.Id, found.Number, StampOf(hash), ProgressOnly: true);
        }

        await RememberAsync(target, from, ct);
        return null;
    }

    /// <summary>Whether the code that opened the matter would open it still: a new one may have taken its place, or it was taken back.</summary>
    public async Task<bool> IsCurrentAsync(OpenedPetition opened, CancellationToken ct)
    {
        var today = Domain.Clocks.ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime);
        var valid = opened.ProgressOnly
            ? await db.AccessGrants.AsNoTracking().Where(g => g.PetitionId == opened.PetitionId && g.RevokedAt == null && g.ValidUntil >= today).Select(g => g.CodeHash).ToListAsync(ct)
            : await db.Petitions.VisibleTo(Actor.Citizen(opened.PetitionId)).Select(p => p.QueryCodeHash).ToListAsync(ct);
        return valid.Any(hash => StampOf(hash) == opened.Stamp);
    }

    /// <summary>Waits as long as earlier wrong codes for the target and from the address demand.</summary>
    public async Task WaitAsync(byte[] target, byte[]? from, CancellationToken ct)
    {
        var since = Now - slowDown.Memory;
        var forTarget = await db.AccessAttempts.CountAsync(a => a.TargetIndex == target && a.At > since, ct);
        var fromAddress = from is null ? 0 : await db.AccessAttempts.CountAsync(a => a.AddressIndex == from && a.At > since, ct);
        if (slowDown.Delay(forTarget, fromAddress) is { Ticks: > 0 } delay)
        {
            await slowDown.WaitAsync(delay, ct);
        }
    }

    public async Task RememberAsync(byte[] target, byte[]? from, CancellationToken ct)
    {
        db.AccessAttempts.Add(AccessAttempt.Failed(target, from, Now));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Deletes old attempts; a job calls it, twice does no harm.</summary>
    public Task<int> PurgeAttemptsAsync(CancellationToken ct)
    {
        var before = Now - AttemptsKept;
        return db.AccessAttempts.Where(a => a.At < before).ExecuteDeleteAsync(ct);
    }

    private static string StampOf(byte[] hash) => Convert.ToHexStringLower(hash.AsSpan(0, 8));

    private static DateTime Now => TimeProvider.System.GetUtcNow().UtcDateTime;
}
