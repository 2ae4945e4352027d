using Petitions.Data;
using Petitions.Domain.Offices;
using Petitions.Domain.Receptions;
using Petitions.Services.Offices;
using Petitions.Services.Petitions;

namespace Petitions.Services.Receptions;

/// <summary>
/// Takes calls and letters into the one register (seed features 14, 15, 17): through the same intake as every other
/// channel, with how the entry came about in the same save.
/// </summary>
public sealed class IntakeEntryService(PetitionsDbContext db, PetitionIntakeService intake, DeskRules rules, DeskPlaces places, OfficeCatalog offices, TimeProvider clock)
{
    /// <exception cref="Domain.RuleBrokenException">entry.read-back, entry.in-future, entry.late-reason and those of any filing.</exception>
    public Task<Receipt> TakeCallAsync(CallEntry entry, Actor actor, CancellationToken ct)
    {
        rules.CheckPerson(entry.Person);
        var now = clock.GetUtcNow().UtcDateTime;
        var office = offices.Office(entry.OfficeId)!;
        var filing = rules.Filing(entry.Matter, entry.Person, entry.Identity, checkedName: false, entry.Needs, "Telephone", entry.SubmissionKey, office.Code, places.Hotline(office.Id)?.Id)
            with
        { ReceivedOn = Domain.Clocks.ChinaTime.DateOf(entry.CalledAt) };
        Domain.Rule.Require(entry.CalledAt <= now, "entry.in-future");
        return intake.FileAsync(filing, (petition, _) =>
        {
            db.IntakeEntries.Add(IntakeEntry.OfCall(petition.Id, entry.CalledAt, entry.ReadBack, entry.LateReason, rules.LateDays, now));
            return Task.CompletedTask;
        }, actor, ct);
    }

    /// <exception cref="Domain.RuleBrokenException">entry.in-future, entry.postmark, entry.late-reason and those of any filing.</exception>
    public Task<Receipt> TakeLetterAsync(LetterEntry entry, Actor actor, CancellationToken ct)
    {
        rules.CheckPerson(entry.Person);
        var now = clock.GetUtcNow().UtcDateTime;
        var office = offices.Office(entry.OfficeId)!;
        Domain.Rule.Require(entry.ReceivedOn <= Domain.Clocks.ChinaTime.DateOf(now), "entry.in-future");
        var filing = rules.Filing(entry.Matter, entry.Person, entry.Identity, checkedName: false, entry.Needs, "Letter", entry.SubmissionKey, office.Code, null)
            with
        { ReceivedOn = entry.ReceivedOn, PostmarkOn = entry.PostmarkOn };
        return intake.FileAsync(filing, (petition, _) =>
        {
            db.IntakeEntries.Add(IntakeEntry.OfLetter(petition.Id, entry.ReceivedOn, entry.PostmarkOn, entry.EnvelopeKept, actor.StaffId!.Value, entry.LateReason, rules.LateDays, now));
            return Task.CompletedTask;
        }, actor, ct);
    }
}
