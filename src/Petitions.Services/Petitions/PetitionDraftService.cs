using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Domain;
using Petitions.Domain.Clocks;
using Petitions.Domain.Petitions;
using Petitions.Services.Clocks;
using Petitions.Services.Files.Attachments;

namespace Petitions.Services.Petitions;

/// <summary>
/// Keeps half-filled forms: found by a random token of 128 bits that only the citizen's browser holds, encrypted at rest,
/// deleted after DRAFT_LIFE_DAYS without a save.
/// </summary>
public sealed class PetitionDraftService(
    PetitionsDbContext db, ColumnProtector protector, KeyRing keys, ClockCatalog quotas, PetitionAccess access, DraftFileService files, TimeProvider clock)
{
    private const int TokenBytes = 16;

    /// <summary>Begins a draft and returns the token for the cookie.</summary>
    public async Task<string> BeginAsync(DraftAnswers answers, CancellationToken ct)
    {
        var token = NewToken();
        db.Drafts.Add(PetitionDraft.Begin(HashOf(token), Encrypt(answers), Life, Now));
        await db.SaveChangesAsync(ct);
        return token;
    }

    /// <summary>The answers so far; null when there is no such draft or its life is over.</summary>
    public async Task<DraftAnswers?> FindAsync(string? token, CancellationToken ct)
    {
        var now = Now;
        var hash = HashOf(token);
        var stored = await db.Drafts.AsNoTracking().Where(draft => draft.TokenHash == hash && draft.ExpiresAt > now)
            .Select(draft => draft.Answers).SingleOrDefaultAsync(ct);
        return stored is null ? null : Decrypt(stored);
    }

    /// <exception cref="NotFoundException">When there is no such draft.</exception>
    public async Task SaveAsync(string token, DraftAnswers answers, CancellationToken ct)
    {
        (await LoadAsync(token, ct)).Save(Encrypt(answers), Life, Now);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Makes the code with which the draft can be reopened on any device. A new one replaces the old.</summary>
    /// <exception cref="NotFoundException">When there is no such draft.</exception>
    public async Task<(string Code, DateOnly KeptUntil)> GiveReturnCodeAsync(string token, CancellationToken ct)
    {
        var draft = await LoadAsync(token, ct);
        var code = PublicAlphabet.Random(QueryCode.Length);
        draft.GiveReturnCode(CodeHash(code));
        await db.SaveChangesAsync(ct);
        return (PublicAlphabet.Grouped(code), ChinaTime.DateOf(draft.ExpiresAt));
    }

    /// <summary>Reopens a draft by its return code: a new token for this device, or null after a wrong code.</summary>
    public async Task<string?> ReopenAsync(string? code, string? address, CancellationToken ct)
    {
        var plain = PublicAlphabet.Normalise(code) ?? "";
        var hash = CodeHash(plain);
        var target = protector.BlindIndex("access", "draft|" + plain);
        var from = address is null ? null : protector.BlindIndex("address", address);
        await access.WaitAsync(target, from, ct);
        var now = Now;
        var draft = await db.Drafts.SingleOrDefaultAsync(d => d.ReturnCodeHash == hash && d.ExpiresAt > now, ct);
        if (draft is null)
        {
            await access.RememberAsync(target, from, ct);
            return null;
        }

        var token = NewToken();
        draft.Reopen(HashOf(token));
        await db.SaveChangesAsync(ct);
        return token;
    }

    /// <summary>Forgets a draft at once; nothing happens when it is gone already.</summary>
    public async Task DeleteAsync(string? token, CancellationToken ct)
    {
        var hash = HashOf(token);
        var going = db.Drafts.Where(draft => draft.TokenHash == hash);
        await files.ForgetOfAsync(going, ct);
        await going.ExecuteDeleteAsync(ct);
    }

    /// <summary>Deletes what is past its life; a job calls it, twice does no harm.</summary>
    public async Task<int> PurgeExpiredAsync(CancellationToken ct)
    {
        var now = Now;
        var going = db.Drafts.Where(draft => draft.ExpiresAt <= now);
        await files.ForgetOfAsync(going, ct);
        return await going.ExecuteDeleteAsync(ct);
    }

    /// <summary>How long a draft lives after its last save.</summary>
    public TimeSpan Life => TimeSpan.FromDays(quotas.Quota("DRAFT_LIFE_DAYS", ChinaTime.DateOf(Now)).AsInteger());

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private Task<PetitionDraft> LoadAsync(string token, CancellationToken ct)
    {
        var now = Now;
        var hash = HashOf(token);
        return db.Drafts.Where(draft => draft.TokenHash == hash && draft.ExpiresAt > now).SingleOrNotFoundAsync(ct);
    }

    private string Encrypt(DraftAnswers answers) => protector.Protect(JsonSerializer.Serialize(answers));

    private DraftAnswers Decrypt(string stored) => JsonSerializer.Deserialize<DraftAnswers>(protector.Unprotect(stored))!;

    private byte[] CodeHash(string plain) => HMACSHA256.HashData(keys.CodeKey, Encoding.UTF8.GetBytes("draft|" + plain));

    private static string NewToken() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));

    private static byte[] HashOf(string? token) => SHA256.HashData(Encoding.UTF8.GetBytes(token ?? ""));
}
