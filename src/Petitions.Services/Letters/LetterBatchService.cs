using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Data.Keys;
using Petitions.Domain;
using Petitions.Domain.Letters;
using Petitions.Domain.Offices;
using Petitions.Services.Clocks;
using Petitions.Services.Receptions;

namespace Petitions.Services.Letters;

/// <summary>Opens, describes and closes bags of letters (journey J3). What becomes of a letter says <see cref="LetterDispositionService"/>.</summary>
public sealed class LetterBatchService(PetitionsDbContext db, LetterAccess access, FactLog log, DeskRules rules, ClockCatalog clocks, ColumnProtector protector, TimeProvider clock)
{
    /// <summary>Opened and entered the day it came, or the next working day (product rule, journey J3).</summary>
    public const string OpeningRule = "LETTER_OPEN_SAME_DAY";

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>A new bag; the same form sent again is the same bag.</summary>
    /// <exception cref="NotFoundException">The person opens no letters in that office.</exception>
    /// <exception cref="RuleBrokenException">entry.in-future, entry.late-reason, batch.place, batch.opened-with.</exception>
    public async Task<Guid> ReceiveAsync(ReceiveBatch request, Actor actor, CancellationToken ct)
    {
        if (!actor.OfficesFor(Abilities.OpenLetters).Contains(request.OfficeId))
        {
            throw new NotFoundException();
        }

        if (await FindAsync(request.SubmissionKey, actor, ct) is { } there)
        {
            return there;
        }

        Rule.Require(request.OpenedWith is null || await db.Staff.AnyAsync(staff => staff.Id == request.OpenedWith && staff.Active && staff.OfficeId == request.OfficeId, ct), "batch.opened-with");
        var (batch, received) = LetterBatch.Receive(new NewLetterBatch
        {
            SubmissionKey = request.SubmissionKey,
            OfficeId = request.OfficeId,
            ReceivedOn = request.ReceivedOn,
            OpenedBy = actor.StaffId!.Value,
            OpenedWith = request.OpenedWith,
            Place = request.Place,
            LateReason = request.LateReason,
            DueOn = clocks.DueOf(OpeningRule, request.ReceivedOn)?.Due,
        }, rules.LateDays, Now);
        db.LetterBatches.Add(batch);
        log.Record(actor, received);
        try
        {
            await db.SaveChangesAsync(ct);
            return batch.Id;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await FindAsync(request.SubmissionKey, actor, ct) is { } first)
            {
                return first;
            }

            throw;
        }
    }

    /// <summary>Postmark and sender as far as they can be read.</summary>
    /// <exception cref="RuleBrokenException">letter-row.decided, letter-row.sender, entry.postmark.</exception>
    public async Task DescribeAsync(Guid letterId, DateOnly? postmarkOn, string? sender, Actor actor, CancellationToken ct)
    {
        var (letter, batch) = await access.LetterAsync(letterId, actor, ct);
        letter.Describe(postmarkOn, string.IsNullOrWhiteSpace(sender) ? null : protector.Protect(Rule.RequireText(sender, OpenedLetter.SenderMax, "letter-row.sender")), batch.ReceivedOn);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>A wrong scan: the row stays and says why.</summary>
    /// <exception cref="RuleBrokenException">letter-row.decided, letter-row.reason.</exception>
    public async Task SetAsideAsync(Guid letterId, string? reason, Actor actor, CancellationToken ct)
    {
        var (letter, _) = await access.LetterAsync(letterId, actor, ct);
        letter.SetAside(reason, actor.StaffId!.Value, Now);
        await db.SaveChangesAsync(ct);
    }

    /// <exception cref="RuleBrokenException">batch.closed, batch.empty, batch.rows-open.</exception>
    public async Task CloseAsync(Guid batchId, Actor actor, CancellationToken ct)
    {
        var batch = await access.BatchAsync(batchId, actor, ct);
        log.Record(actor, batch.Close(actor.StaffId!.Value, Now));
        await db.SaveChangesAsync(ct);
    }

    private Task<Guid?> FindAsync(Guid key, Actor actor, CancellationToken ct) =>
        access.Opened(actor).Where(batch => batch.SubmissionKey == key).Select(batch => (Guid?)batch.Id).SingleOrDefaultAsync(ct);
}
