using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Domain.Receptions;
using Petitions.Services.Offices;
using Petitions.Services.Petitions;
using Petitions.Services.Petitions.Joining;

namespace Petitions.Services.Receptions;

/// <summary>
/// Takes calls and letters into the one register (seed features 14, 15, 17): through the same intake as every other
/// channel, with how the entry came about in the same save; or adds them to the running matter they belong to.
/// </summary>
public sealed class IntakeEntryService(
    PetitionsDbContext db, PetitionIntakeService intake, PetitionRecorder recorder, AskedAnyway anyway, DeskRules rules, DeskPlaces places, OfficeCatalog offices, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <exception cref="RuleBrokenException">entry.read-back, entry.in-future, entry.late-reason and those of any filing.</exception>
    public Task<Receipt> TakeCallAsync(CallEntry entry, Actor actor, CancellationToken ct)
    {
        rules.CheckPerson(entry.Person);
        var now = Now;
        var office = offices.Office(entry.OfficeId)!;
        var filing = rules.Filing(entry.Matter, entry.Person, entry.Identity, checkedName: false, entry.Needs, "Telephone", entry.SubmissionKey, office.Code, places.Hotline(office.Id)?.Id)
            with
        { ReceivedOn = ChinaTime.DateOf(entry.CalledAt) };
        Rule.Require(entry.CalledAt <= now, "entry.in-future");
        return intake.FileAsync(filing, (petition, _) =>
        {
            db.IntakeEntries.Add(IntakeEntry.OfCall(petition.Id, entry.CalledAt, entry.ReadBack, entry.LateReason, rules.LateDays, now));
            return Task.FromResult(anyway.Note(petition, entry.AsNewReason, actor));
        }, actor, ct);
    }

    /// <exception cref="RuleBrokenException">entry.in-future, entry.postmark, entry.late-reason and those of any filing.</exception>
    public Task<Receipt> TakeLetterAsync(LetterEntry entry, Actor actor, CancellationToken ct)
    {
        rules.CheckPerson(entry.Person);
        var now = Now;
        var office = offices.Office(entry.OfficeId)!;
        Rule.Require(entry.ReceivedOn <= ChinaTime.DateOf(now), "entry.in-future");
        var filing = rules.Filing(entry.Matter, entry.Person, entry.Identity, checkedName: false, entry.Needs, "Letter", entry.SubmissionKey, office.Code, null)
            with
        { ReceivedOn = entry.ReceivedOn, PostmarkOn = entry.PostmarkOn };
        return intake.FileAsync(filing, (petition, _) =>
        {
            db.IntakeEntries.Add(IntakeEntry.OfLetter(petition.Id, entry.ReceivedOn, entry.PostmarkOn, entry.EnvelopeKept, actor.StaffId!.Value, entry.LateReason, rules.LateDays, now));
            return Task.FromResult(anyway.Note(petition, entry.AsNewReason, actor));
        }, actor, ct);
    }

    /// <summary>What a caller says on a running matter stands beside what was filed; read back like any call. Sent twice, it is added once.</summary>
    /// <exception cref="NotFoundException">None the person may list.</exception>
    /// <exception cref="RuleBrokenException">entry.read-back, entry.in-future, entry.late-reason, petition.addition, petition.closed.</exception>
    public Task AddCallAsync(CallEntry entry, string number, Actor actor, CancellationToken ct)
    {
        Rule.Require(entry.CalledAt <= Now, "entry.in-future");
        Rule.Require(entry.ReadBack, "entry.read-back");
        return AddAsync(number, entry.Matter, new AdditionOrigin(entry.SubmissionKey, "Telephone", actor.StaffId!.Value, ChinaTime.DateOf(entry.CalledAt), entry.LateReason), actor, ct);
    }

    /// <summary>The same for a letter.</summary>
    /// <exception cref="NotFoundException">None the person may list.</exception>
    /// <exception cref="RuleBrokenException">entry.in-future, entry.late-reason, petition.addition, petition.closed.</exception>
    public Task AddLetterAsync(LetterEntry entry, string number, Actor actor, CancellationToken ct) =>
        AddAsync(number, entry.Matter, new AdditionOrigin(entry.SubmissionKey, "Letter", actor.StaffId!.Value, entry.ReceivedOn, entry.LateReason), actor, ct);

    private async Task AddAsync(string number, MatterTaken matter, AdditionOrigin origin, Actor actor, CancellationToken ct)
    {
        var today = ChinaTime.DateOf(Now);
        Rule.Require(origin.On <= today, "entry.in-future");
        Rule.Require(today.DayNumber - origin.On.DayNumber <= rules.LateDays || !string.IsNullOrWhiteSpace(origin.LateReason), "entry.late-reason");
        if (await db.PetitionAdditions.AnyAsync(addition => addition.SubmissionKey == origin.Key, ct))
        {
            return;
        }

        var petition = await db.Petitions.VisibleTo(Actor.System).ListedFor(actor).Include(p => p.Additions).Where(p => p.Number == number).SingleOrNotFoundAsync(ct);
        try
        {
            await recorder.SaveAsync(petition, actor, [petition.Supply(matter.Whole, Now, origin)], ct);
        }
        catch (DuplicateRowException)
        {
            // The same form at another node: it is there already.
            db.ChangeTracker.Clear();
        }
    }
}
