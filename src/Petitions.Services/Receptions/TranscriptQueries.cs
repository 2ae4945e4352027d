using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Domain.Receptions;

namespace Petitions.Services.Receptions;

/// <summary>Reads records of conversations: for their receivers here, for the case file through <see cref="SheetsAsync"/>.</summary>
public sealed class TranscriptQueries(PetitionsDbContext db, TranscriptAccess access)
{
    /// <summary>A version, or the newest; null when there is none.</summary>
    /// <exception cref="NotFoundException">When the person is not a receiver of the visit.</exception>
    public async Task<TranscriptSheet?> ReadAsync(Guid receptionId, int? number, Actor actor, CancellationToken ct)
    {
        var reception = await access.ReceiverAsync(receptionId, actor, ct, begun: false);
        var found = await db.Transcripts.AsNoTracking().Where(t => t.ReceptionId == receptionId && (number == null || t.Number == number))
            .OrderByDescending(t => t.Number).FirstOrDefaultAsync(ct);
        return found is null ? null : (await SheetsAsync([found], [reception], reception.State == ReceptionState.Ended, ct))[0];
    }

    /// <summary>Receipts given for papers of the visit, oldest first.</summary>
    /// <exception cref="NotFoundException">When the person is not a receiver of the visit.</exception>
    public async Task<IReadOnlyList<MaterialReceiptLine>> ReceiptsAsync(Guid receptionId, Actor actor, CancellationToken ct)
    {
        await access.ReceiverAsync(receptionId, actor, ct, begun: false);
        return await db.MaterialReceipts.AsNoTracking().Where(r => r.ReceptionId == receptionId).OrderBy(r => r.Number).Select(r => new MaterialReceiptLine(r.Number, r.At)).ToListAsync(ct);
    }

    /// <summary>One receipt; null when there is none of that number.</summary>
    /// <exception cref="NotFoundException">When the person is not a receiver of the visit.</exception>
    public async Task<MaterialReceiptSheet?> ReceiptAsync(Guid receptionId, int number, Actor actor, CancellationToken ct)
    {
        var reception = await access.ReceiverAsync(receptionId, actor, ct, begun: false);
        var receipt = await db.MaterialReceipts.AsNoTracking().SingleOrDefaultAsync(r => r.ReceptionId == receptionId && r.Number == number, ct);
        return receipt is null ? null : new MaterialReceiptSheet
        {
            ReceptionId = receptionId,
            OfficeId = reception.OfficeId,
            Ticket = reception.Ticket.ToString(),
            Number = number,
            Lines = receipt.Lines,
            Digest = receipt.Digest,
            At = receipt.At,
            GivenBy = await db.Staff.AsNoTracking().Where(s => s.Id == receipt.GivenBy).Select(s => s.Name).SingleAsync(ct),
            Visitors = Names(reception, reception.State == ReceptionState.Ended),
        };
    }

    /// <summary>Sheets of versions that were read under the wall. Names of visitors are whole while they are received, masked afterwards (domain.md 3.4).</summary>
    /// <param name="versions">To show.</param>
    /// <param name="visits">Theirs, with the visitors.</param>
    /// <param name="masked">Visitors are not named.</param>
    /// <param name="ct">Cancels.</param>
    internal async Task<IReadOnlyList<TranscriptSheet>> SheetsAsync(IReadOnlyList<Transcript> versions, IReadOnlyList<Reception> visits, bool masked, CancellationToken ct)
    {
        var ids = versions.Select(version => version.Id).ToList();
        var receptions = visits.Select(visit => visit.Id).ToList();
        var people = visits.SelectMany(visit => new[] { First(visit), visit.SecondReceiverId ?? First(visit) }).Distinct().ToList();
        var names = await db.Staff.AsNoTracking().Where(s => people.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, ct);
        var signed = (await db.Transcripts.AsNoTracking().Where(t => receptions.Contains(t.ReceptionId) && t.SignedAt != null).Select(t => new { t.ReceptionId, t.Number }).ToListAsync(ct)).ToLookup(t => t.ReceptionId, t => t.Number);
        var signatures = (await db.TranscriptSignatures.AsNoTracking().Where(s => ids.Contains(s.TranscriptId)).OrderBy(s => s.At).ThenBy(s => s.Id).ToListAsync(ct)).ToLookup(s => s.TranscriptId);
        var scans = (await db.TranscriptScans.AsNoTracking().Where(s => ids.Contains(s.TranscriptId))
                .Join(db.Attachments, s => s.AttachmentId, a => a.Id, (s, a) => new { s.TranscriptId, Line = new ScanLine(a.Id, a.Name, s.Sha256, s.At) }).ToListAsync(ct))
            .ToLookup(s => s.TranscriptId, s => s.Line);
        return [.. versions.Select(version =>
        {
            var visit = visits.Single(each => each.Id == version.ReceptionId);
            return new TranscriptSheet
            {
                ReceptionId = version.ReceptionId,
                OfficeId = visit.OfficeId,
                Ticket = visit.Ticket.ToString(),
                Number = version.Number,
                Stamp = version.Stamp,
                Text = version.Text,
                Digest = version.Digest,
                Reason = version.Reason,
                WrittenAt = version.WrittenAt,
                SignedAt = version.SignedAt,
                SignedBy = version.SignedBy,
                SignatureNote = version.SignatureNote,
                SignedVersion = signed[visit.Id].Any() ? signed[visit.Id].Max() : null,
                StartedAt = visit.StartedAt,
                EndedAt = visit.EndedAt,
                Receivers = [.. new[] { First(visit), visit.SecondReceiverId ?? Guid.Empty }.Select(id => names.GetValueOrDefault(id)).OfType<string>()],
                Visitors = Names(visit, masked),
                Signers = Lines(TranscriptSigners.Of(visit, version.Interpreter, names), [.. signatures[version.Id]], masked),
                Scans = [.. scans[version.Id].OrderBy(scan => scan.At)],
            };
        })];
    }

    private static Guid First(Reception visit) => visit.ReceiverId ?? visit.RegisteredBy;

    private static IReadOnlyList<string> Names(Reception visit, bool masked) =>
        [.. visit.Visitors.OrderBy(visitor => visitor.Id).Select(visitor => visitor.Name).OfType<string>().Select(name => masked ? Masked.Name(name) : name)];

    /// <summary>Who is to sign now, and whoever signed and is none of them any more.</summary>
    private static IReadOnlyList<SignerLine> Lines(IReadOnlyList<TranscriptSigner> signers, IReadOnlyList<TranscriptSignature> there, bool masked)
    {
        var gone = there.Where(made => !signers.Any(made.IsOf)).Select(made => new TranscriptSigner(made.Role, made.SignerId, made.SignerName));
        return [.. signers.Concat(gone).Select(signer => new SignerLine(
            masked && signer.IsVisitor && signer.Name is not null ? signer with { Name = Masked.Name(signer.Name) } : signer,
            there.FirstOrDefault(made => made.IsOf(signer)) is { } one
                ? new SignatureLine(one.Way, one.At, one.Note, one.Witness, one.Drawing is null ? null : PenDrawing.Parse(one.Drawing))
                : null))];
    }
}
