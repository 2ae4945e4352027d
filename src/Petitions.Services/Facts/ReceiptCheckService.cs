using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain.Facts;
using Petitions.Domain.Files;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Petitions;

namespace Petitions.Services.Facts;

/// <summary>Checks a receipt for whoever holds it: recomputed from the stored content, its salt and the chain of the matter.</summary>
public sealed class ReceiptCheckService(PetitionsDbContext db, VerifyLogService verify, PetitionAccess access)
{
    public async Task<ReceiptCheck> CheckAsync(string? number, string? hash, string? queryCode, string? address, CancellationToken ct)
    {
        var asked = PetitionNumber.TryParse(number)?.Value ?? "";
        var given = Encoding.ASCII.GetBytes(Normalise(hash));
        var petition = await db.Petitions.VisibleTo(Actor.System).AsNoTracking().Include(p => p.Respondents).Include(p => p.Attachments).AsSplitQuery()
            .SingleOrDefaultAsync(p => p.Number == asked, ct);
        var entry = petition is null ? null : await EntryAsync(petition.Id, ct);
        var told = Encoding.ASCII.GetBytes(entry?.Hash ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));
        if (!CryptographicOperations.FixedTimeEquals(given, told) || petition is null || entry is null)
        {
            return new ReceiptCheck(ReceiptVerdict.NoMatch);
        }

        var same = petition.Content.Hash(petition.ReceiptSalt) == entry.Hash && (await verify.SubjectAsync(petition.Id, ct)).IsClean;
        return new ReceiptCheck(same ? ReceiptVerdict.Same : ReceiptVerdict.Altered)
        {
            Number = petition.Number,
            FiledAt = entry.At,
            Seq = entry.Seq,
            Additions = await OpensAsync(petition, queryCode, address, ct) ? await AdditionsAsync(petition.Id, ct) : null,
        };
    }

    /// <summary>Letters in any case, with or without spaces and hyphens.</summary>
    private static string Normalise(string? hash) =>
        string.Concat((hash ?? "").Where(char.IsAsciiHexDigit).Take(65)).ToLowerInvariant();

    // The one way a query code is tried: wrong ones slow the next answers down here as they do at tracking.
    private async Task<bool> OpensAsync(Petition petition, string? queryCode, string? address, CancellationToken ct) =>
        !string.IsNullOrWhiteSpace(queryCode) && await access.OpenAsync(petition.Number, queryCode, address, ct) is not null;

    private async Task<Entry?> EntryAsync(Guid petitionId, CancellationToken ct)
    {
        var fact = await Facts(petitionId, nameof(PetitionRegistered)).Select(f => new { f.Seq, f.At, f.Data }).FirstOrDefaultAsync(ct);
        return fact is null ? null : new Entry(fact.Seq, fact.At, JsonNode.Parse(fact.Data)?["receiptHash"]?.GetValue<string>() ?? "");
    }

    private Task<List<DateTime>> AdditionsAsync(Guid petitionId, CancellationToken ct) =>
        db.Facts.AsNoTracking().Where(f => f.Subject == FactSubject.Petition && f.SubjectId == petitionId
                && (f.Kind == nameof(MaterialsSupplied) || (f.Kind == nameof(AttachmentAdded) && f.Data.Contains("\"filed\":false"))))
            .OrderBy(f => f.Seq).Select(f => f.At).ToListAsync(ct);

    private IQueryable<FactRecord> Facts(Guid petitionId, string kind) => db.Facts.AsNoTracking()
        .Where(f => f.Subject == FactSubject.Petition && f.SubjectId == petitionId && f.Kind == kind).OrderBy(f => f.Seq);

    private sealed record Entry(int Seq, DateTime At, string Hash);
}
