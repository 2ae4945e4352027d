using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Domain.Files;
using Petitions.Services.Sealing;
using Petitions.Services.Files.Stores;

namespace Petitions.Services.Files;

/// <summary>
/// Keeps bytes sealed: each file under a random key of its own, and that key sealed under the installation's column key.
/// Letters, exports and attachments all lie here (architecture.md section 8 "Files").
/// </summary>
public sealed class SealedFiles(PetitionsDbContext db, IFileStore store, ColumnProtector protector, TimeProvider clock)
{
    /// <summary>
    /// Puts the stream into the store and adds its row to the unit of work. The caller saves it together with what
    /// refers to it; a file whose row is never saved is removed by the nightly check.
    /// </summary>
    /// <exception cref="IOException">When the store is full or away.</exception>
    public async Task<StoredFile> SaveAsync(Stream plain, CancellationToken ct)
    {
        var key = RandomNumberGenerator.GetBytes(SealedFormat.KeyLength);
        await using var sealing = new SealingStream(plain, key);
        var name = await store.PutAsync(sealing, ct);
        var row = StoredFile.Of(name, protector.Protect(Convert.ToBase64String(key)), sealing.PlainLength, sealing.Sha256, clock.GetUtcNow().UtcDateTime);
        db.StoredFiles.Add(row);
        return row;
    }

    /// <inheritdoc cref="SaveAsync(Stream, CancellationToken)"/>
    public async Task<StoredFile> SaveAsync(byte[] plain, CancellationToken ct)
    {
        await using var stream = new MemoryStream(plain, writable: false);
        return await SaveAsync(stream, ct);
    }

    /// <summary>The plain bytes, proven chunk by chunk while they are read.</summary>
    /// <exception cref="NotFoundException">When there is no such row.</exception>
    /// <exception cref="IOException">When the store is away; FileNotFoundException when it lost the file.</exception>
    public async Task<Stream> OpenAsync(Guid id, CancellationToken ct) =>
        await OpenAsync(await db.StoredFiles.AsNoTracking().Where(file => file.Id == id).SingleOrNotFoundAsync(ct), ct);

    /// <inheritdoc cref="OpenAsync(Guid, CancellationToken)"/>
    public async Task<Stream> OpenAsync(StoredFile file, CancellationToken ct) =>
        new OpeningStream(await store.OpenAsync(file.StoreName, ct), Convert.FromBase64String(protector.Unprotect(file.SealedKey)));

    /// <summary>Removes the bytes of a row that is gone or going: what may be forgotten is forgotten at once.</summary>
    public Task ForgetAsync(string storeName, CancellationToken ct) => store.DeleteAsync(storeName, ct);
}
