using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Domain.Petitions;

namespace Petitions.Services.Appointments;

/// <summary>
/// Keeps half-filled booking forms in the same table and under the same rules as half-filled petitions: found by a random
/// token of 128 bits that only the browser holds, encrypted at rest, deleted by the same job after a day.
/// </summary>
public sealed class BookingDraftService(PetitionsDbContext db, ColumnProtector protector, TimeProvider clock)
{
    public static readonly TimeSpan Life = TimeSpan.FromDays(1);
    private const int TokenBytes = 16;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Begins a draft and returns the token for the cookie.</summary>
    public async Task<string> BeginAsync(BookingAnswers answers, CancellationToken ct)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));
        db.Drafts.Add(PetitionDraft.Begin(HashOf(token), Encrypt(answers), Life, Now));
        await db.SaveChangesAsync(ct);
        return token;
    }

    /// <summary>The answers so far; null when there is no such draft or its life is over.</summary>
    public async Task<BookingAnswers?> FindAsync(string? token, CancellationToken ct)
    {
        var (hash, now) = (HashOf(token), Now);
        var stored = await db.Drafts.AsNoTracking().Where(draft => draft.TokenHash == hash && draft.ExpiresAt > now).Select(draft => draft.Answers).SingleOrDefaultAsync(ct);
        return stored is null ? null : JsonSerializer.Deserialize<BookingAnswers>(protector.Unprotect(stored));
    }

    /// <exception cref="NotFoundException">When there is no such draft.</exception>
    public async Task SaveAsync(string token, BookingAnswers answers, CancellationToken ct)
    {
        var (hash, now) = (HashOf(token), Now);
        (await db.Drafts.Where(draft => draft.TokenHash == hash && draft.ExpiresAt > now).SingleOrNotFoundAsync(ct)).Save(Encrypt(answers), Life, now);
        await db.SaveChangesAsync(ct);
    }

    public Task DeleteAsync(string? token, CancellationToken ct)
    {
        var hash = HashOf(token);
        return db.Drafts.Where(draft => draft.TokenHash == hash).ExecuteDeleteAsync(ct);
    }

    private string Encrypt(BookingAnswers answers) => protector.Protect(JsonSerializer.Serialize(answers));

    // Of its own kind: the token of one form opens no other.
    private static byte[] HashOf(string? token) => SHA256.HashData(Encoding.UTF8.GetBytes("booking|" + token));
}
