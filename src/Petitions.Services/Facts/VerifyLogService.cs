using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Data.Keys;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;

namespace Petitions.Services.Facts;

/// <summary>Verifies the log (核验留痕) in the live database and writes the export that others verify elsewhere.</summary>
public sealed class VerifyLogService(PetitionsDbContext db, ChainReader reader, FactLog log, KeyRing keys, TimeProvider clock)
{
    /// <summary>Checks every chain and records that it was done and what was found.</summary>
    public async Task<VerificationResult> LiveAsync(
        Actor actor, IReadOnlyDictionary<string, string>? trusted, IReadOnlyCollection<RootCopy> posted, CancellationToken ct)
    {
        using var publicKeys = new PublicKeys(trusted ?? keys.PublicKeys);
        var verifier = new ChainVerifier(publicKeys, [.. await reader.RootsAsync(ct), .. posted]);
        await foreach (var chain in reader.AllAsync(ct))
        {
            verifier.Check(chain);
        }

        var result = verifier.Finish(all: true);
        var office = actor.OfficeId ?? await db.Offices.AsNoTracking().OrderBy(o => o.ParentId != null).ThenBy(o => o.Code).Select(o => o.Id).FirstAsync(ct);
        log.Record(actor, new ChainVerified(office, result.Chains, result.Facts, result.Findings.Count));
        await db.SaveChangesAsync(ct);
        return result;
    }

    /// <summary>Checks the chain of one subject; nothing is recorded.</summary>
    public async Task<VerificationResult> SubjectAsync(Guid subjectId, CancellationToken ct)
    {
        using var publicKeys = new PublicKeys(keys.PublicKeys);
        var verifier = new ChainVerifier(publicKeys, await reader.RootsAsync(ct));
        foreach (var chain in await reader.OfAsync(subjectId, ct))
        {
            verifier.Check(chain);
        }

        return verifier.Finish(all: false);
    }

    public async Task ExportAsync(Stream stream, CancellationToken ct)
    {
        using var writer = new FactFileWriter(stream);
        await writer.HeaderAsync(clock.GetUtcNow().UtcDateTime, ct);
        foreach (var (id, pem) in keys.PublicKeys.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            await writer.KeyAsync(id, pem, ct);
        }

        foreach (var root in await reader.RootsAsync(ct))
        {
            await writer.RootAsync(root, ct);
        }

        await foreach (var chain in reader.AllAsync(ct))
        {
            await writer.ChainAsync(chain, ct);
        }

        await writer.EndAsync(ct);
    }
}
