using Petitions.Domain.Offices;
using Petitions.Services.Offices;

namespace Petitions.Services.Receptions;

/// <summary>The service points a person may sit at; asked on every request, so that a kept choice is never believed.</summary>
public sealed class DeskPlaces(OfficeCatalog offices)
{
    private static readonly string[] Desk = [Abilities.ReceiveVisitors, Abilities.CallTickets, Abilities.CloseDaySheet, Abilities.RegisterPetitions];

    /// <summary>Where the person is named stands first: an officer of a township office sits there unless he says otherwise.</summary>
    public IReadOnlyList<ServicePoint> For(Actor actor)
    {
        var reach = actor.OfficesFor(Desk);
        return [.. offices.ServicePoints.Where(point => point.Enabled && reach.Contains(point.OfficeId)).OrderBy(point => !offices.Serves(actor.StaffId, point.Id)).ThenBy(point => point.Type != "MainHall").ThenBy(point => point.Code)];
    }

    /// <summary>The place kept in the browser, or the first one of the person's office.</summary>
    /// <exception cref="NotFoundException">When the person has no desk at all.</exception>
    public DeskPlace Find(string? code, int? counter, Actor actor)
    {
        var mine = For(actor);
        var point = mine.FirstOrDefault(each => each.Code == code) ?? mine.FirstOrDefault(each => each.OfficeId == actor.OfficeId) ?? mine.FirstOrDefault() ?? throw new NotFoundException();
        var counters = Math.Max(1, point.Counters);
        return new DeskPlace(point.OfficeId, point.Id, point.Code, point.NameZh, point.NameEn, counter is { } at && at >= 1 && at <= counters ? at : 1, counters);
    }

    /// <summary>The hotline of an office; calls are taken there.</summary>
    public ServicePoint? Hotline(Guid officeId) => offices.ServicePoints.FirstOrDefault(point => point.OfficeId == officeId && point.Enabled && point.Type == "Hotline12309");
}
