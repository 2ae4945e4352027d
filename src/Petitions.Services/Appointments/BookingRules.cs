using Petitions.Data.Keys;
using Petitions.Domain;
using Petitions.Domain.Appointments;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Services.Clocks;
using Petitions.Services.Petitions;

namespace Petitions.Services.Appointments;

/// <summary>A booking as it may be kept: checked, its times as they may be wished, its details encrypted and indexed.</summary>
public sealed class BookingRules(
    BookingChecks checks, WishRules wishes, BookingWall wall, PetitionParties parties, ColumnProtector protector, ClockCatalog clocks, TimeProvider clock)
{
    /// <exception cref="RuleBrokenException">When a code is unknown, somebody cannot be reached, or the officer cannot be asked for.</exception>
    public async Task<BookingDetails> DetailsAsync(BookingWanted wanted, BookingAsked by, Actor actor, CancellationToken ct)
    {
        checks.Check(wanted, by, actor);
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
            DueOn = wanted.Form.ClockRule() is { } rule ? clocks.DueOf(rule, ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime))?.Due : null,
            Persons =
            [
                new BookedPerson { Name = by.Booker.Name!.Trim(), EncryptedIdentity = identity, IdNumberIndex = idIndex, PhoneIndex = phoneIndex, BirthYear = parties.BirthYearOf(by.Booker) },
                .. by.Others.Select(name => new BookedPerson { Name = name.Trim() }),
            ],
            Wishes = await wishes.WishesAsync(wanted, by, ct),
        };
    }

    /// <exception cref="RuleBrokenException">appointment.office</exception>
    public void CheckOffice(Guid officeId) => checks.CheckOffice(officeId);

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
