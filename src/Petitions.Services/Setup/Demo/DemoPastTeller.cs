using System.Security.Cryptography;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Domain.Receptions;
using Petitions.Services.Petitions;
using Petitions.Services.Receptions;

namespace Petitions.Services.Setup;

/// <summary>Tells one day of a hall by the visits' own verbs, each at its time, so that steps, seconds and facts are those of real ones.</summary>
internal sealed class DemoPastTeller(PetitionsDbContext db, DemoClock clock, PetitionParties parties, Actor clerk)
{
    private const int Calls = 3;
    private const int Elder = 70;
    private const int Opens = 8 * 60;
    private const int Closes = (17 * 60) + 40;

    private readonly FactLog log = new(db, clock);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The whole day: its sheet, its visits in the order they came, its closing.</summary>
    public void Tell(ServicePoint point, DateOnly day, IEnumerable<DemoPastVisit> visits)
    {
        At(day, Opens);
        var sheet = DaySheet.Open(point.OfficeId, point.Id, day, Now);
        db.DaySheets.Add(sheet);
        var tickets = new Dictionary<string, int>();
        foreach (var (place, visit) in visits.OrderBy(visit => visit.Comes).Index())
        {
            At(day, visit.Comes);
            sheet.Admit();
            var number = tickets[visit.Prefix] = tickets.GetValueOrDefault(visit.Prefix) + 1;
            Visit(visit, Arrive(visit, point, day, new Ticket(visit.Prefix, number)), 1 + (place % Math.Max(1, point.Counters)));
        }

        At(day, Closes);
        log.Record(clerk, sheet.Close(0, clerk.StaffId!.Value, Now));
    }

    private Reception Arrive(DemoPastVisit visit, ServicePoint point, DateOnly day, Ticket ticket)
    {
        var person = visit.Name is null ? DemoPastPeople.Of(visit.Person) : new FiledPerson { Name = visit.Name };
        var (identity, idNumber, phone) = parties.Identity(person, hidden: false);
        var born = parties.BirthYearOf(person);
        var isOld = born is { } year && day.Year - year >= Elder;
        var (reception, arrived) = Reception.Arrive(new NewReception
        {
            SubmissionKey = Guid.NewGuid(),
            OfficeId = point.OfficeId,
            ServicePointId = point.Id,
            Day = day,
            Ticket = ticket,
            Form = visit.Form,
            GroupSize = visit.People,
            IdentityCheck = person.IdNumber is null ? IdentityCheck.NotShown : IdentityCheck.Shown,
            Needs = isOld ? ["OldAge"] : [],
            Priority = visit.Booking is not null ? DeskRules.BookedReason : isOld ? "Age70" : null,
            Topic = visit.Topic ?? DemoPastPeople.TopicOf(visit.Person),
            BookedAt = visit.Booking?.StartsAt,
            RegisteredBy = clerk.StaffId!.Value,
            PlaceToken = RandomNumberGenerator.GetBytes(Reception.TokenLength),
            Visitors =
            [
                new VisitorDetails { Relation = "Petitioner", Name = person.Name, EncryptedIdentity = identity, IdNumberIndex = idNumber, PhoneIndex = phone, BirthYear = born },
                .. DemoPastPeople.Beside(visit.People).Select(name => new VisitorDetails { Relation = "Representative", Name = name }),
            ],
        }, Now);
        db.Receptions.Add(reception);
        log.Record(clerk, arrived);
        return reception;
    }

    private void Visit(DemoPastVisit visit, Reception reception, int counter)
    {
        if (visit.Booking is { } booking)
        {
            log.Record(clerk, booking.Attend(reception.Id, Now));
        }

        Later(visit.Waits);
        if (visit.Outcome == ReceptionOutcome.LeftUnheard)
        {
            log.Record(clerk, reception.End(visit.Outcome, null, Now));
            return;
        }

        var receiver = visit.ReceiverId ?? clerk.StaffId!.Value;
        log.Record(clerk, reception.Call(receiver, counter, Now));
        if (visit.Missed)
        {
            ComeBack(reception);
            log.Record(clerk, reception.Call(receiver, counter, Now));
        }

        Later(1);
        log.Record(clerk, reception.Start(Now));
        if (visit.Filed is { } petition)
        {
            reception.Link(petition, ReceptionMatterKind.Filed, 1, Now);
        }

        Later(visit.Talks);
        log.Record(clerk, reception.End(visit.Outcome, null, Now));
    }

    /// <summary>Called in vain, and there again a quarter of an hour later.</summary>
    private void ComeBack(Reception reception)
    {
        for (var call = 2; call <= Calls; call++)
        {
            Later(1);
            log.Record(clerk, reception.CallAgain(Calls, Now));
        }

        Later(1);
        log.Record(clerk, reception.Miss(Calls, Now));
        Later(15);
        reception.Return(reception.Place.After(), clerk.StaffId!.Value, Now);
        Later(4);
    }

    private void At(DateOnly day, int minutes) => clock.Set(new DateTimeOffset(ChinaTime.StartOfDayUtc(day)).AddMinutes(minutes));

    private void Later(int minutes) => clock.Set(clock.GetUtcNow().AddMinutes(minutes));
}
