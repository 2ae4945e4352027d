using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Data.Petitions;
using Petitions.Domain;
using Petitions.Domain.Offices;
using Petitions.Domain.Receptions;
using Petitions.Services.Files.Attachments;

namespace Petitions.Services.Receptions;

/// <summary>Keeps the record of the conversation (接访笔录): written by its receivers, read back, signed or refused, corrected in versions.</summary>
public sealed class TranscriptService(PetitionsDbContext db, FactLog log, ReceptionAccess access, AttachmentService attachments, DeskRules rules, TimeProvider clock)
{
    /// <summary>Writes the draft; after a signature the text becomes the next version, with the reason.</summary>
    /// <exception cref="NotFoundException">When the person is not a receiver of the visit.</exception>
    /// <exception cref="RuleBrokenException">reception.wrong-state before the conversation began.</exception>
    public async Task WriteAsync(Guid receptionId, TranscriptText text, string? reason, Actor actor, CancellationToken ct)
    {
        await ReceiverAsync(receptionId, actor, ct);
        var now = clock.GetUtcNow().UtcDateTime;
        var last = await LastAsync(receptionId, ct);
        if (last is null)
        {
            db.Transcripts.Add(Transcript.Begin(receptionId, text, actor.StaffId!.Value, now));
        }
        else if (!last.IsSigned)
        {
            last.Rewrite(text, actor.StaffId!.Value, now);
        }
        else if (last.Text != text with { Place = text.Place.Trim(), Statement = text.Statement.Trim() })
        {
            var (next, corrected) = last.Correct(text, reason, actor.StaffId!.Value, now);
            db.Transcripts.Add(next);
            log.Record(actor, corrected);
        }

        await db.SaveChangesAsync(ct);
    }

    /// <summary>The visitor confirms the newest version, or will not.</summary>
    /// <exception cref="RuleBrokenException">reception.two-receivers for a first report with one receiver; transcript.* otherwise.</exception>
    public async Task SignAsync(Guid receptionId, SignatureWay way, string? note, Actor actor, CancellationToken ct)
    {
        var reception = await ReceiverAsync(receptionId, actor, ct);
        var matters = reception.Matters.Where(matter => matter.Kind == ReceptionMatterKind.Filed).Select(matter => matter.PetitionId).ToList();
        foreach (var category in await db.Petitions.VisibleTo(Actor.System).Where(p => matters.Contains(p.Id)).Select(p => p.Category).ToListAsync(ct))
        {
            reception.RequireReceivers(rules.ReceiversNeeded(category));
        }

        var last = await LastAsync(receptionId, ct);
        Rule.Require(last is not null, "transcript.statement");
        log.Record(actor, last!.Sign(way, note, actor.StaffId!.Value, clock.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Keeps the scan of the page that was signed or thumb-printed (journey J2 step 3) with the files of the matter of the visit.</summary>
    /// <exception cref="NotFoundException">When the person is not a receiver of the visit.</exception>
    /// <exception cref="RuleBrokenException">transcript.not-signed, transcript.no-matter; file.… when it is not taken.</exception>
    public async Task AddPageAsync(Guid receptionId, IncomingFile page, Actor actor, CancellationToken ct)
    {
        var reception = await ReceiverAsync(receptionId, actor, ct);
        Rule.Require(await db.Transcripts.AnyAsync(t => t.ReceptionId == receptionId && t.SignedAt != null, ct), "transcript.not-signed");
        var matter = reception.Matters.OrderBy(m => m.Kind).ThenBy(m => m.At).FirstOrDefault();
        Rule.Require(matter is not null, "transcript.no-matter");
        await attachments.AddFromVisitAsync(matter!.PetitionId, page, actor, ct);
    }

    /// <summary>A version, or the newest; null when there is none.</summary>
    public async Task<TranscriptSheet?> ReadAsync(Guid receptionId, int? number, Actor actor, CancellationToken ct)
    {
        var reception = await ReceiverAsync(receptionId, actor, ct, begun: false);
        var found = await db.Transcripts.AsNoTracking().Where(t => t.ReceptionId == receptionId && (number == null || t.Number == number))
            .OrderByDescending(t => t.Number).FirstOrDefaultAsync(ct);
        var signed = await db.Transcripts.Where(t => t.ReceptionId == receptionId && t.SignedAt != null).MaxAsync(t => (int?)t.Number, ct);
        var people = new[] { reception.ReceiverId ?? reception.RegisteredBy, reception.SecondReceiverId ?? Guid.Empty };
        var names = await db.Staff.AsNoTracking().Where(staff => people.Contains(staff.Id)).Select(staff => new { staff.Id, staff.Name }).ToListAsync(ct);
        return found is null ? null : new TranscriptSheet
        {
            ReceptionId = receptionId,
            Ticket = reception.Ticket.ToString(),
            Number = found.Number,
            Text = found.Text,
            Digest = found.Digest,
            Reason = found.Reason,
            SignedAt = found.SignedAt,
            SignedBy = found.SignedBy,
            SignatureNote = found.SignatureNote,
            SignedVersion = signed,
            StartedAt = reception.StartedAt,
            EndedAt = reception.EndedAt,
            Receivers = [.. people.Select(id => names.FirstOrDefault(staff => staff.Id == id)?.Name).OfType<string>()],
        };
    }

    private Task<Transcript?> LastAsync(Guid receptionId, CancellationToken ct) =>
        db.Transcripts.Where(t => t.ReceptionId == receptionId).OrderByDescending(t => t.Number).FirstOrDefaultAsync(ct);

    private async Task<Reception> ReceiverAsync(Guid id, Actor actor, CancellationToken ct, bool begun = true)
    {
        var reception = await access.LoadAsync(id, actor, ct);
        if (actor.StaffId != reception.ReceiverId && actor.StaffId != reception.SecondReceiverId && actor.StaffId != reception.RegisteredBy)
        {
            throw new NotFoundException();
        }

        Rule.Require(!begun || reception.StartedAt is not null, "reception.wrong-state");
        return reception;
    }
}
