using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Domain;
using Petitions.Domain.Appointments;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Services.Clocks;
using Petitions.Services.Offices;
using Petitions.Services.Petitions;
using Petitions.Services.Receptions;
using Petitions.Services.Reference;

namespace Petitions.Services.Appointments;

/// <summary>What lists, settings and the wall say about a booking, and its details encrypted and indexed.</summary>
public sealed class BookingRules(
    PetitionsDbContext db, ReferenceCatalog reference, ClockCatalog clocks, OfficeCatalog offices, DeskRules desk, BookingWall wall, ShutSlots shut, PetitionParties parties, ColumnProtector protector,
    IOptions<BookingOptions> options, TimeProvider clock)
{
    private DateOnly Today => ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime);

    /// <exception cref="RuleBrokenException">When a code is unknown, somebody cannot be reached, or the officer cannot be asked for.</exception>
    public async Task<BookingDetails> DetailsAsync(BookingWanted wanted, BookingAsked by, Actor actor, CancellationToken ct)
    {
        Check(wanted, by, actor);
        var (identity, idIndex, phoneIndex) = parties.Identity(by.Booker with { Email = null, Address = null }, hidden: false);
        var contact = new IdentityBlock { Phone = PhoneNumber.TryParse(by.Booker.Phone)?.Value, Email = Clean(by.Booker.Email), Address = wanted.Form == AppointmentForm.HomeVisit ? Clean(by.Booker.Address) : null };
        return new BookingDetails
        {
            Reason = by.Reason,
            Topic = by.Topic,
            Needs = by.Needs,
            EncryptedContact = contact == new IdentityBlock() ? null : protector.ProtectBlock(contact),
            SmsAllowed = by.SmsAllowed && PhoneNumber.TryParse(by.Booker.Phone) is { IsMobile: true },
            ContactIndex = phoneIndex ?? (contact.Email is { } mail ? protector.BlindIndex("mail", mail.ToUpperInvariant()) : null),
            IdIndex = idIndex,
            PetitionId = by.PetitionId,
            OfficerId = wanted.Form == AppointmentForm.NamedOfficer ? await wall.NamedAsync(by.OfficerName, wanted.OfficeId, by.PetitionId, ct) : null,
            ServicePointId = wanted.Form == AppointmentForm.Video ? by.ServicePointId : null,
            DueOn = wanted.Form.ClockRule() is { } rule ? clocks.DueOf(rule, Today)?.Due : null,
            Persons =
            [
                new BookedPerson { Name = by.Booker.Name!.Trim(), EncryptedIdentity = identity, IdNumberIndex = idIndex, PhoneIndex = phoneIndex, BirthYear = parties.BirthYearOf(by.Booker) },
                .. by.Others.Select(name => new BookedPerson { Name = name.Trim() }),
            ],
            Wishes = await WishesAsync(wanted, by, ct),
        };
    }

    /// <summary>Wished times as they may be wished: open slots of leaders, or working days ahead.</summary>
    /// <exception cref="RuleBrokenException">appointment.wishes, appointment.wish-day, appointment.officer.</exception>
    public async Task<IReadOnlyList<WishedTime>> WishesAsync(BookingWanted wanted, BookingAsked by, CancellationToken ct)
    {
        if (wanted.Form.IsConfirmedAtOnce())
        {
            return [];
        }

        if (!wanted.Form.WishesSlots())
        {
            var (first, last) = (Today.AddDays(1), Today.AddDays(options.Value.WishDays));
            Rule.Require(by.Wishes.All(wish => wish.Day >= first && wish.Day <= last && clocks.Calendar.IsWorkingDay(wish.Day)), "appointment.wish-day");
            return by.Wishes;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var form = wanted.Form.SessionForm();
        var ids = by.Wishes.Select(wish => wish.SlotId ?? Guid.Empty).ToList();
        var slots = await (
            from slot in db.SessionSlots.AsNoTracking()
            join session in db.ReceptionSessions.AsNoTracking() on slot.SessionId equals session.Id
            where ids.Contains(slot.Id) && slot.StartsAt > now && session.State == SessionState.Published && session.Form == form && session.OfficeId == wanted.OfficeId
            select new { slot.Id, session.Day, slot.StartsAt, session.LeaderId }).ToListAsync(ct);
        var closed = await shut.OfAsync(wanted.OfficeId, ct);
        Rule.Require(slots.Count == ids.Count && !ids.Any(closed.Contains), "appointment.wishes");
        foreach (var leader in slots.Select(slot => slot.LeaderId).OfType<Guid>().Distinct())
        {
            await wall.RequireOpenAsync(leader, wanted.OfficeId, by.PetitionId, ct);
        }

        return [.. ids.Select(id => slots.Single(slot => slot.Id == id)).Select(slot => new WishedTime(slot.Day, ChinaTime.LocalOf(slot.StartsAt).Hour < 12 ? DayHalf.Morning : DayHalf.Afternoon, slot.Id))];
    }

    /// <exception cref="RuleBrokenException">appointment.office</exception>
    public void CheckOffice(Guid officeId) => Rule.Require(offices.Office(officeId) is { Enabled: true }, "appointment.office");

    private void Check(BookingWanted wanted, BookingAsked by, Actor actor)
    {
        CheckOffice(wanted.OfficeId);
        Rule.Require(by.Reason is null || reference.Holds("PetitionCategory", by.Reason), "petition.category");
        Rule.Require(by.Needs.All(need => reference.Holds("SpecialNeed", need)), "petition.special-need");
        desk.CheckPerson(by.Booker);
        string?[] names = [by.Booker.Name, .. by.Others];
        Rule.Require(names.All(name => PersonName.Key(name).Length > 0 && PersonName.Elements(name!.Trim()) <= PersonName.MaxElements), "appointment.name");
        Rule.Require(names.Length <= options.Value.PartyMax, "appointment.party");
        // Who books alone must be told when something changes; at the desk somebody without telephone is helped all the same.
        Rule.Require(actor.Kind == ActorKind.Staff || PhoneNumber.TryParse(by.Booker.Phone) is not null || Clean(by.Booker.Email) is not null, "appointment.contact");
        Rule.Require(wanted.Form != AppointmentForm.Phone || PhoneNumber.TryParse(by.Booker.Phone) is not null, "appointment.phone");
        Rule.Require(wanted.Form != AppointmentForm.HomeVisit || Clean(by.Booker.Address) is not null, "appointment.address");
        Rule.Require(wanted.Form != AppointmentForm.HomeVisit || by.Needs.Count > 0, "appointment.need");
        Rule.Require(wanted.Form != AppointmentForm.Video || offices.ServicePoints.Any(point => point.Id == by.ServicePointId && point.Enabled), "appointment.point");
    }

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
