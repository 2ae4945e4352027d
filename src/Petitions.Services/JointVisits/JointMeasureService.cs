using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Domain;
using Petitions.Domain.Clocks;
using Petitions.Domain.JointVisits;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Clocks;
using Petitions.Services.Files.Attachments;

namespace Petitions.Services.JointVisits;

/// <summary>
/// Agreed measures (议定措施): written at the table, agreed with the minutes, done with proof or declared failed; the petitioner
/// is told of each end, of a failure with its reason (journey J8 steps 5, 6).
/// </summary>
public sealed class JointMeasureService(
    PetitionsDbContext db, JointVisitAccess access, JointNotices notices, JointPapers letters, ClockCatalog clocks, FactLog log, TimeProvider clock)
{
    internal const string DueRule = "GUEST_MEASURE_DUE";

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private DateOnly Today => ChinaTime.DateOf(Now);

    /// <summary>Writes a measure down; without a date the rule of the office gives one.</summary>
    /// <exception cref="RuleBrokenException">joint.measure-*, joint.minutes-signed, joint.wrong-state.</exception>
    public async Task DraftAsync(Guid id, MeasureDetails details, Actor actor, CancellationToken ct)
    {
        var visit = await access.AtTableAsync(id, actor, ct);
        var last = await db.JointMeasures.Where(each => each.JointVisitId == id).MaxAsync(each => (int?)each.Number, ct) ?? 0;
        Rule.Require(last < JointMeasure.Most, "joint.measures-most");
        db.JointMeasures.Add(JointMeasure.Draft(visit, last + 1, Dated(details), Today, Now));
        visit.Touch();
        await db.SaveChangesAsync(ct);
    }

    /// <exception cref="RuleBrokenException">joint.measure-*, joint.minutes-signed, joint.wrong-state.</exception>
    public async Task ChangeAsync(Guid id, Guid measureId, MeasureDetails details, Actor actor, CancellationToken ct)
    {
        var visit = await access.AtTableAsync(id, actor, ct);
        (await MeasureAsync(id, measureId, ct)).Change(visit, Dated(details), Today);
        visit.Touch();
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Takes a draft back; its number is not used again.</summary>
    /// <exception cref="RuleBrokenException">joint.measure-state, joint.minutes-signed, joint.wrong-state.</exception>
    public async Task DropAsync(Guid id, Guid measureId, Actor actor, CancellationToken ct)
    {
        var visit = await access.AtTableAsync(id, actor, ct);
        visit.RequireWritable();
        var measure = await MeasureAsync(id, measureId, ct);
        Rule.Require(measure.State == MeasureState.Draft, "joint.measure-state");
        db.JointMeasures.Remove(measure);
        visit.Touch();
        await db.SaveChangesAsync(ct);
    }

    /// <summary>With the minutes: each measure is agreed and its owner gets his own link. The caller saves.</summary>
    public async Task AgreeAsync(JointVisit visit, IReadOnlyList<JointMeasure> measures, Actor actor, CancellationToken ct)
    {
        foreach (var measure in measures)
        {
            log.Record(actor, measure.Agree());
            await TellOwnerAsync(visit, measure, ct);
        }

        visit.FinishWhenDone(measures, Now);
    }

    /// <summary>Ends a measure: by whoever sits there for its organ, or calls joint visits.</summary>
    /// <exception cref="RuleBrokenException">joint.measure-state, joint.measure-proof, joint.measure-reason, joint.not-owner.</exception>
    public async Task EndAsync(Guid id, Guid measureId, bool done, string? text, Actor actor, CancellationToken ct)
    {
        var visit = await access.AtTableAsync(id, actor, ct);
        var measure = await MeasureAsync(id, measureId, ct);
        Rule.Require(JointVisitAccess.MayCall(visit, actor) || visit.Seat(measure.SeatId).StaffId == actor.StaffId, "joint.not-owner");
        await EndAsync(visit, measure, done, text, null, actor, ct);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>The same by the owner's link, with or without a file.</summary>
    /// <exception cref="RuleBrokenException">joint.measure-state, joint.measure-proof, joint.measure-reason; file.… when it is not taken.</exception>
    public async Task EndByLinkAsync(JointPass found, bool done, string? text, IncomingFile? proof, JointPaperStore papers, CancellationToken ct)
    {
        var visit = await access.WholeAsync(found.Visit.Id, ct);
        var measure = found.Measure!;
        if (proof is null || !done)
        {
            await EndAsync(visit, measure, done, text, null, Actor.Citizen(), ct);
            await db.SaveChangesAsync(ct);
            return;
        }

        var matters = await access.MattersAsync(visit, ct);
        var siblings = await SiblingsAsync(visit.Id, ct);
        await papers.AddAsync(visit.Id, found.Seat.Id, measure.Id, proof, paper =>
        {
            log.Record(Actor.Citizen(), measure.Done(text, paper, null, Now));
            Tell(visit, measure, matters);
            visit.FinishWhenDone(siblings, Now);
        }, ct);
    }

    /// <summary>A new link for the owner of a measure; the one before opens nothing any more.</summary>
    /// <returns>The token; it is nowhere afterwards.</returns>
    /// <exception cref="RuleBrokenException">joint.measure-state, joint.not-a-guest.</exception>
    public async Task<byte[]> LinkAsync(Guid id, Guid measureId, Actor actor, CancellationToken ct)
    {
        var visit = await access.ToCallAsync(id, actor, ct);
        var measure = await MeasureAsync(id, measureId, ct);
        Rule.Require(visit.Seat(measure.SeatId).IsGuest, "joint.not-a-guest");
        var (token, _) = await MintAsync(measure, actor.StaffId, ct);
        await db.SaveChangesAsync(ct);
        return token;
    }

    /// <summary>Reminds owners and, step by step, those above (rule GUEST_MEASURE_DUE). Safe to run twice: what was reminded of is written in the same save.</summary>
    /// <returns>How many measures were reminded of.</returns>
    public async Task<int> RemindAsync(DateTime now, ResponsiblePersons persons, CancellationToken ct)
    {
        var today = ChinaTime.DateOf(now);
        if (clocks.Rule(DueRule, today) is not { } rule)
        {
            return 0;
        }

        var reminded = 0;
        var soon = today.AddDays(rule.WarnDays.DefaultIfEmpty(0).Max());
        foreach (var id in await db.JointMeasures.Where(each => each.State == MeasureState.Agreed && each.DueOn <= soon && (each.RemindedOn == null || each.RemindedOn < today))
            .OrderBy(each => each.DueOn).ThenBy(each => each.Id).Select(each => each.Id).ToListAsync(ct))
        {
            reminded += await RemindOneAsync(id, rule, today, persons, ct) ? 1 : 0;
            db.ChangeTracker.Clear();
        }

        return reminded + await MissingPapersAsync(today, ct);
    }

    /// <summary>Tells the chair once of papers that have not come by their day (rule JOINT_BRING_2D).</summary>
    private async Task<int> MissingPapersAsync(DateOnly today, CancellationToken ct)
    {
        var told = 0;
        foreach (var id in await db.JointVisits.Where(visit => visit.State == JointVisitState.Called && visit.StartedAt == null && visit.Seats.Any(seat => seat.BroughtAt == null && seat.BringBy < today))
            .OrderBy(visit => visit.Id).Select(visit => visit.Id).ToListAsync(ct))
        {
            var visit = await access.WholeAsync(id, ct);
            foreach (var seat in visit.Seats.Where(seat => seat.BroughtAt is null && seat.BringBy < today))
            {
                told += await notices.TellChairAsync(visit, seat, ct) ? 1 : 0;
            }

            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }

        return told;
    }

    private async Task<bool> RemindOneAsync(Guid measureId, ClockRule rule, DateOnly today, ResponsiblePersons persons, CancellationToken ct)
    {
        var measure = await db.JointMeasures.SingleAsync(each => each.Id == measureId, ct);
        var visit = await access.WholeAsync(measure.JointVisitId, ct);
        var since = measure.RemindedOn ?? ChinaTime.DateOf(visit.MinutesConfirmedAt!.Value);
        var steps = EscalationSchedule.StepsDue(measure.DueOn, today, rule, clocks.Calendar, clocks.Quota("ESCALATION_STEPS", today).AsIntegers())
            .Where(step => step.On > since && step.On <= today && step.Kind is not (EscalationStepKind.RecordOverdue or EscalationStepKind.CloseWindow)).ToList();
        if (measure.State != MeasureState.Agreed || steps.Count == 0)
        {
            return false;
        }

        measure.Reminded(today);
        await TellOwnerAsync(visit, measure, ct);
        var first = (await access.MattersAsync(visit, ct))[0];
        var told = new HashSet<Guid?> { visit.Seat(measure.SeatId).StaffId, visit.Chair?.StaffId };
        foreach (var role in steps.Select(step => step.Role).Where(role => role != "MeasureOwner").Distinct())
        {
            foreach (var staff in (await persons.OfAsync(first, role, today, ct)).Where(staff => told.Add(staff)))
            {
                await notices.TellOwnerAsync(visit, measure, staff, today, ct);
            }
        }

        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException)
        {
            // Another node reminded, or the owner was quicker.
            return false;
        }
    }

    private async Task EndAsync(JointVisit visit, JointMeasure measure, bool done, string? text, Guid? paper, Actor actor, CancellationToken ct)
    {
        if (done)
        {
            log.Record(actor, measure.Done(text, paper, actor.StaffId, Now));
        }
        else
        {
            log.Record(actor, measure.Fail(text, actor.StaffId, Now));
        }

        Tell(visit, measure, await access.MattersAsync(visit, ct));
        visit.FinishWhenDone(await SiblingsAsync(visit.Id, ct), Now);
    }

    /// <summary>Tracked, so that the one that ends now counts as ended.</summary>
    private Task<List<JointMeasure>> SiblingsAsync(Guid visitId, CancellationToken ct) => db.JointMeasures.Where(each => each.JointVisitId == visitId).ToListAsync(ct);

    private void Tell(JointVisit visit, JointMeasure measure, IReadOnlyList<Petition> matters)
    {
        foreach (var petition in matters)
        {
            letters.TellEnd(visit, measure, petition, matters);
        }
    }

    /// <summary>The owner's own link (the session's is dead); who cannot be reached gets it from the host, who is told.</summary>
    private async Task TellOwnerAsync(JointVisit visit, JointMeasure measure, CancellationToken ct)
    {
        var seat = visit.Seat(measure.SeatId);
        if (seat.StaffId is { } own)
        {
            await notices.TellOwnerAsync(visit, measure, own, Today, ct);
            return;
        }

        if (seat.EncryptedContact is not null && notices.Address is not null)
        {
            var (token, pass) = await MintAsync(measure, null, ct);
            notices.TellGuest(visit, seat, JointNotices.GuestMeasure, $"measure/{pass.Id:N}", JointLinks.Measure(token), measure);
        }
        else if (visit.Chair?.StaffId is { } chair)
        {
            await notices.TellOwnerAsync(visit, measure, chair, Today, ct);
        }
    }

    private async Task<(byte[] Token, JointGuestPass Pass)> MintAsync(JointMeasure measure, Guid? by, CancellationToken ct)
    {
        foreach (var old in await db.JointGuestPasses.Where(each => each.MeasureId == measure.Id && each.RevokedAt == null).ToListAsync(ct))
        {
            old.Revoke(Now);
        }

        var token = RandomNumberGenerator.GetBytes(JointGuestPass.TokenLength);
        var pass = JointGuestPass.ForMeasure(measure, token, by, Now);
        db.JointGuestPasses.Add(pass);
        return (token, pass);
    }

    private MeasureDetails Dated(MeasureDetails details) => details with { DueOn = details.DueOn ?? clocks.DueOf(DueRule, Today)?.Due };

    private Task<JointMeasure> MeasureAsync(Guid id, Guid measureId, CancellationToken ct) =>
        db.JointMeasures.Where(each => each.Id == measureId && each.JointVisitId == id).SingleOrNotFoundAsync(ct);
}
