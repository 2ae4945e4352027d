using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Domain;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Domain.Receptions;
using Petitions.Services.Reference;

namespace Petitions.Services.Receptions;

/// <summary>Writes the record of the conversation (接访笔录): a draft is kept with every change, a signed one is corrected in the next version.</summary>
public sealed class TranscriptService(PetitionsDbContext db, FactLog log, TranscriptAccess access, TranscriptScripts scripts, ReferenceCatalog reference, TimeProvider clock)
{
    private const int Tries = 5;

    /// <summary>Writes the draft; after a signature the text becomes the next version, with the reason. Nothing new: nothing is saved.</summary>
    /// <returns>The stamp of what stands there now; 0 while nothing does.</returns>
    /// <exception cref="NotFoundException">When the person is not a receiver of the visit.</exception>
    /// <exception cref="RuleBrokenException">reception.wrong-state before the conversation began; transcript.overtaken when a colleague wrote meanwhile; lengths.</exception>
    public async Task<int> WriteAsync(Guid receptionId, WriteTranscript request, Actor actor, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await WriteOnceAsync(receptionId, request, actor, ct);
            }
            catch (DbUpdateException) when (attempt < Tries)
            {
                // Two keepings of one page, or of two people, at the same moment: looked at anew, the rules tell them apart.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<int> WriteOnceAsync(Guid receptionId, WriteTranscript request, Actor actor, CancellationToken ct)
    {
        await access.ReceiverAsync(receptionId, actor, ct);
        Rule.Require(request.Text.Category is null || reference.Holds("PetitionCategory", request.Text.Category), "petition.category");
        var last = await access.LastAsync(receptionId, ct);
        var now = clock.GetUtcNow().UtcDateTime;
        var text = await CompleteAsync(request, last?.Text, ChinaTime.DateOf(now), ct);
        var (staff, written) = (actor.StaffId!.Value, last);
        if (last is null)
        {
            if (text.IsEmpty)
            {
                return 0;
            }

            written = Transcript.Begin(receptionId, text, staff, now, request.From);
            db.Transcripts.Add(written);
        }
        else if (!last.Differs(text) || (!last.IsSigned && last.IsAheadOf(request.From)))
        {
            return last.Stamp;
        }
        else if (!last.IsSigned)
        {
            last.Rewrite(text, request.Seen, staff, now, request.From);
        }
        else
        {
            (written, var corrected) = last.Correct(text, request.Reason, staff, now);
            db.Transcripts.Add(written);
            log.Record(actor, corrected);
        }

        await db.SaveChangesAsync(ct);
        return written!.Stamp;
    }

    /// <summary>The rights as they are read out today, unless they were read out before; the questions where they are wanted.</summary>
    private async Task<TranscriptText> CompleteAsync(WriteTranscript request, TranscriptText? before, DateOnly today, CancellationToken ct)
    {
        var text = request.Text;
        var told = text.RightsTold && before is { RightsTold: true };
        if (told && !request.AddQuestions)
        {
            return text with { Rights = before!.Rights, RightsVersion = before.RightsVersion };
        }

        var script = await scripts.OfAsync(text.Category, today, ct);
        if (request.AddQuestions)
        {
            var asked = text.Rows.Select(row => row.Text.Trim()).ToHashSet();
            text = text with { Rows = [.. text.Rows, .. script.Questions.Where(question => !asked.Contains(question)).Select(question => new TranscriptRow(TranscriptSpeaker.Question, question))] };
        }

        return told ? text with { Rights = before!.Rights, RightsVersion = before.RightsVersion }
            : text.RightsTold ? text with { Rights = script.Rights, RightsVersion = script.Version } : text;
    }
}
