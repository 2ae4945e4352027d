using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Domain;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Domain.Receptions;

namespace Petitions.Services.Receptions;

/// <summary>
/// Gives out tickets without the clerk's long form: at the kiosk by topic, with no name and no paper asked for (domain.md
/// row 25), and to who has booked, at the desk or the kiosk (journey J5 step 1).
/// </summary>
public sealed class ArrivalService(
    PetitionsDbContext db, FactLog log, TicketIssue tickets, IBookedArrivals bookings, DeskRules rules, TimeProvider clock)
{
    /// <summary>Topics a kiosk offers (list QueuePrefix): petition, enquiry, lawyer.</summary>
    public static readonly IReadOnlyList<string> Topics = ["A", "B", "L"];

    private const int Tries = 40;

    /// <summary>A ticket by topic. The same press sent twice is one ticket.</summary>
    /// <exception cref="RuleBrokenException">kiosk.topic, reception.day-closed.</exception>
    public Task<KioskTicket> TakeAsync(DeskPlace place, string? topic, Guid key, Actor actor, CancellationToken ct)
    {
        Rule.Require(Topics.Contains(topic), "kiosk.topic");
        return SaveAsync(place, topic!, key, actor, null, ct);
    }

    /// <summary>Somebody with a booking has come: waits to be called at the booked time.</summary>
    /// <exception cref="NotFoundException">No booking of this code for this hall and day, or somebody came for it.</exception>
    /// <exception cref="RuleBrokenException">reception.day-closed</exception>
    public async Task<KioskTicket> ArriveAsync(DeskPlace place, string code, Guid key, Actor actor, CancellationToken ct)
    {
        if (await EarlierAsync(key, ct) is { } earlier)
        {
            return earlier;
        }

        var booked = await bookings.FindAsync(code, place.ServicePointId, Today, ct) ?? throw new NotFoundException();
        return await SaveAsync(place, PrefixOf(booked), key, actor, booked, ct);
    }

    /// <summary>The same for a booking that the desk found in its list. The booking is the key: pressed twice, one ticket.</summary>
    /// <exception cref="RuleBrokenException">appointment.not-here, reception.day-closed.</exception>
    public async Task<KioskTicket> ArriveAsync(DeskPlace place, Guid bookingId, Actor actor, CancellationToken ct)
    {
        if (await EarlierAsync(bookingId, ct) is { } earlier)
        {
            return earlier;
        }

        var booked = await bookings.FindAsync(bookingId, place.ServicePointId, Today, actor, ct);
        Rule.Require(booked is not null, "appointment.not-here");
        return await SaveAsync(place, PrefixOf(booked!), bookingId, actor, booked, ct);
    }

    private DateOnly Today => ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime);

    private string PrefixOf(BookedArrival booked) => booked.Form == DeskRules.VideoForm ? DeskRules.VideoPrefix : rules.PrefixOf(booked.People, booked.Visitor.IdKind, enquiry: false);

    private async Task<KioskTicket> SaveAsync(DeskPlace place, string prefix, Guid key, Actor actor, BookedArrival? booked, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await EarlierAsync(key, ct) is { } earlier)
            {
                return earlier;
            }

            try
            {
                var now = clock.GetUtcNow().UtcDateTime;
                var day = ChinaTime.DateOf(now);
                var ticket = await tickets.TakeAsync(place, day, prefix, now, ct);
                var (visit, arrived) = Reception.Arrive(New(place, day, ticket, key, actor, booked), now);
                db.Receptions.Add(visit);
                log.Record(actor, arrived);
                if (booked is not null)
                {
                    await bookings.ComeAsync(booked.BookingId, visit, actor, ct);
                }

                await db.SaveChangesAsync(ct);
                return new KioskTicket(visit.Id, ticket.ToString(), visit.PlaceToken);
            }
            catch (DbUpdateException) when (attempt < Tries)
            {
                // Another press took the number, or the booking: look again.
                db.ChangeTracker.Clear();
            }
        }
    }

    private NewReception New(DeskPlace place, DateOnly day, Ticket ticket, Guid key, Actor actor, BookedArrival? booked) => new()
    {
        SubmissionKey = key,
        OfficeId = place.OfficeId,
        ServicePointId = place.ServicePointId,
        Day = day,
        Ticket = ticket,
        Form = booked?.Form ?? "WalkIn",
        GroupSize = booked?.People ?? 1,
        IdentityCheck = IdentityCheck.NotShown,
        Needs = booked?.Needs ?? [],
        Priority = booked is null ? null : DeskRules.BookedReason,
        Topic = booked?.Topic,
        BookedAt = booked?.StartsAt,
        ActsFor = booked?.ActsFor,
        RegisteredBy = actor.StaffId ?? Reception.BySelf,
        PlaceToken = RandomNumberGenerator.GetBytes(Reception.TokenLength),
        Visitors = [booked is null ? new VisitorDetails { Relation = "Petitioner" } : rules.Visitor(booked.Visitor, hidden: false, booked.ActsFor)],
    };

    private Task<KioskTicket?> EarlierAsync(Guid key, CancellationToken ct) => db.Receptions.AsNoTracking().Where(r => r.SubmissionKey == key)
        .Select(r => new KioskTicket(r.Id, new Ticket(r.Prefix, r.TicketNumber).ToString(), r.PlaceToken)).SingleOrDefaultAsync(ct);
}
