using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Data.Petitions;
using Petitions.Domain;
using Petitions.Domain.Offices;
using Petitions.Domain.Receptions;
using Petitions.Services.Files.Attachments;

namespace Petitions.Services.Receptions;

/// <summary>Takes signatures under the record of a conversation, keeps scans of signed paper, and gives receipts for papers handed over.</summary>
public sealed class TranscriptSigning(PetitionsDbContext db, FactLog log, TranscriptAccess access, AttachmentService attachments, DeskRules rules, TimeProvider clock)
{
    /// <summary>One of those who are to sign confirms the newest version, or will not.</summary>
    /// <exception cref="NotFoundException">When the person is not a receiver of the visit.</exception>
    /// <exception cref="RuleBrokenException">
    /// reception.two-receivers for a first report with one receiver (seed feature 16); transcript.changed when the text is no
    /// longer the one that was shown; transcript.* otherwise.
    /// </exception>
    public async Task SignAsync(Guid receptionId, SignTranscript request, Actor actor, CancellationToken ct)
    {
        var reception = await access.ReceiverAsync(receptionId, actor, ct);
        var last = await access.LastAsync(receptionId, ct);
        Rule.Require(last is not null, "transcript.statement");
        reception.RequireReceivers(await ReceiversNeededAsync(reception, last!.Category, ct));
        var people = new[] { reception.ReceiverId ?? reception.RegisteredBy, reception.SecondReceiverId ?? Guid.Empty };
        var names = await db.Staff.AsNoTracking().Where(s => people.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, ct);
        var signer = TranscriptSigners.Of(reception, last.Interpreter, names).FirstOrDefault(each => each.Key == request.Signer);
        Rule.Require(signer is not null, "transcript.signer");
        var there = await db.TranscriptSignatures.Where(s => s.TranscriptId == last.Id).ToListAsync(ct);
        var (signature, fact) = last.Sign(new NewSignature
        {
            Signer = signer!,
            Way = request.Way,
            Digest = request.Digest,
            Drawing = request.Drawing,
            Note = request.Note,
            Witness = request.Witness,
        }, there, actor.StaffId!.Value, clock.GetUtcNow().UtcDateTime);
        db.TranscriptSignatures.Add(signature);
        log.Record(actor, fact);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Keeps the scan of a page that was signed or thumb-printed (journey J2 step 3) with the files of the matter of the visit, tied to the version and its digest.</summary>
    /// <exception cref="NotFoundException">When the person is not a receiver of the visit, or there is no such version.</exception>
    /// <exception cref="RuleBrokenException">transcript.not-signed, transcript.no-matter; file.… when it is not taken.</exception>
    public async Task AddPageAsync(Guid receptionId, int number, IncomingFile page, Actor actor, CancellationToken ct)
    {
        var reception = await access.ReceiverAsync(receptionId, actor, ct);
        var version = await db.Transcripts.AsNoTracking().Where(t => t.ReceptionId == receptionId && t.Number == number).SingleOrNotFoundAsync(ct);
        Rule.Require(version.IsSigned, "transcript.not-signed");
        await attachments.AddFromVisitAsync(MatterOf(reception), page,
            (file, sha256) => db.TranscriptScans.Add(TranscriptScan.Of(version, file, sha256, actor.StaffId!.Value, clock.GetUtcNow().UtcDateTime)), actor, ct);
    }

    /// <summary>Keeps the scan of a paper the visitor handed over with the files of the matter of the visit.</summary>
    /// <exception cref="NotFoundException">When the person is not a receiver of the visit.</exception>
    /// <exception cref="RuleBrokenException">transcript.no-matter; file.… when it is not taken.</exception>
    public async Task AddMaterialAsync(Guid receptionId, IncomingFile scan, Actor actor, CancellationToken ct) =>
        await attachments.AddFromVisitAsync(MatterOf(await access.ReceiverAsync(receptionId, actor, ct)), scan, null, actor, ct);

    /// <summary>Gives the receipt for the papers that stand in the newest version.</summary>
    /// <returns>Its number in the visit.</returns>
    /// <exception cref="NotFoundException">When the person is not a receiver of the visit.</exception>
    /// <exception cref="RuleBrokenException">transcript.no-materials, transcript.receipt-same.</exception>
    public async Task<int> GiveReceiptAsync(Guid receptionId, Actor actor, CancellationToken ct)
    {
        await access.ReceiverAsync(receptionId, actor, ct);
        var listed = (await access.LastAsync(receptionId, ct))?.Text.MaterialRows ?? [];
        var before = await db.MaterialReceipts.AsNoTracking().Where(r => r.ReceptionId == receptionId).OrderByDescending(r => r.Number).FirstOrDefaultAsync(ct);
        var receipt = MaterialReceipt.Give(receptionId, listed, before, actor.StaffId!.Value, clock.GetUtcNow().UtcDateTime);
        db.MaterialReceipts.Add(receipt);
        await db.SaveChangesAsync(ct);
        return receipt.Number;
    }

    /// <summary>How many must hear it: by what the record says it is about, and by the matters taken down (RP14-14).</summary>
    private async Task<int> ReceiversNeededAsync(Reception reception, string? category, CancellationToken ct)
    {
        var matters = reception.Matters.Where(matter => matter.Kind == ReceptionMatterKind.Filed).Select(matter => matter.PetitionId).ToList();
        var categories = await db.Petitions.VisibleTo(Actor.System).Where(p => matters.Contains(p.Id)).Select(p => p.Category).ToListAsync(ct);
        return categories.Append(category).OfType<string>().Select(rules.ReceiversNeeded).DefaultIfEmpty(1).Max();
    }

    private static Guid MatterOf(Reception reception)
    {
        var matter = reception.Matters.OrderBy(m => m.Kind).ThenBy(m => m.At).FirstOrDefault();
        Rule.Require(matter is not null, "transcript.no-matter");
        return matter!.PetitionId;
    }
}
