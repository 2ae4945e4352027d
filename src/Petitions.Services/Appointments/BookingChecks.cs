using Microsoft.Extensions.Options;
using Petitions.Domain;
using Petitions.Domain.Appointments;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Services.Offices;
using Petitions.Services.Receptions;
using Petitions.Services.Reference;

namespace Petitions.Services.Appointments;

/// <summary>What lists and settings say about a booking: known codes, names, a party of the size allowed, and all that its form asks for.</summary>
public sealed class BookingChecks(ReferenceCatalog reference, OfficeCatalog offices, DeskRules desk, IOptions<BookingOptions> options)
{
    /// <exception cref="RuleBrokenException">appointment.office</exception>
    public void CheckOffice(Guid officeId) => Rule.Require(offices.Office(officeId) is { Enabled: true }, "appointment.office");

    /// <exception cref="RuleBrokenException">When a code is unknown, somebody cannot be reached, or something the form needs is missing.</exception>
    public void Check(BookingWanted wanted, BookingAsked by, Actor actor)
    {
        CheckOffice(wanted.OfficeId);
        Rule.Require(by.Reason is null || reference.Holds("PetitionCategory", by.Reason), "petition.category");
        Rule.Require(by.Needs.All(need => reference.Holds("SpecialNeed", need)), "petition.special-need");
        desk.CheckPerson(by.Booker);
        string?[] names = [by.Booker.Name, .. by.Others];
        Rule.Require(names.All(name => PersonName.Key(name).Length > 0 && PersonName.Elements(name!.Trim()) <= PersonName.MaxElements), "appointment.name");
        Rule.Require(names.Length <= options.Value.PartyMax, "appointment.party");
        // Who books alone must be told when something changes; at the desk somebody without telephone is helped all the same.
        Rule.Require(actor.Kind == ActorKind.Staff || PhoneNumber.TryParse(by.Booker.Phone) is not null || !string.IsNullOrWhiteSpace(by.Booker.Email), "appointment.contact");
        Rule.Require(wanted.Form != AppointmentForm.Phone || PhoneNumber.TryParse(by.Booker.Phone) is not null, "appointment.phone");
        Rule.Require(wanted.Form != AppointmentForm.HomeVisit || !string.IsNullOrWhiteSpace(by.Booker.Address), "appointment.address");
        Rule.Require(wanted.Form != AppointmentForm.HomeVisit || by.Needs.Count > 0, "appointment.need");
        Rule.Require(wanted.Form != AppointmentForm.Video || offices.ServicePoints.Any(point => point.Id == by.ServicePointId && point.Enabled), "appointment.point");
    }
}
