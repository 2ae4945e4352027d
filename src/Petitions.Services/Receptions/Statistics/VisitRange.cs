using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Appointments;
using Petitions.Data.Petitions;
using Petitions.Data.Receptions;
using Petitions.Domain.Appointments;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Domain.Receptions;

namespace Petitions.Services.Receptions.Statistics;

/// <summary>Which visits and bookings a page of statistics is about: those of one office whose statistics the person sees, under his wall.</summary>
public sealed class VisitRange(PetitionsDbContext db)
{
    /// <summary>Offices whose statistics the person sees.</summary>
    public static IReadOnlyList<Guid> OfficesOf(Actor actor) => actor.OfficesFor(Abilities.ViewStatistics);

    /// <summary>The scope within his reach: an office he does not see, a period the wrong way round or too long becomes one that is possible.</summary>
    public static VisitScope Reach(VisitScope asked, Actor actor)
    {
        var reach = OfficesOf(actor);
        var office = asked.Office is { } one && reach.Contains(one) ? one
            : actor.OfficeId is { } own && reach.Contains(own) ? own : reach.Count > 0 ? reach[0] : Guid.Empty;
        var (from, to) = asked.From <= asked.To ? (asked.From, asked.To) : (asked.To, asked.From);
        return asked with { Office = office, From = from.AddDays(VisitScope.MostDays) < to ? to.AddDays(-VisitScope.MostDays) : from, To = to };
    }

    /// <param name="scope">After <see cref="Reach"/>.</param>
    /// <param name="actor">Who asks.</param>
    public IQueryable<Reception> Visits(VisitScope scope, Actor actor)
    {
        var (office, since, until) = (scope.Office, ChinaTime.StartOfDayUtc(scope.From), ChinaTime.EndOfDayUtc(scope.To));
        var visits = db.Receptions.AsNoTracking().Where(r => r.OfficeId == office && r.ArrivedAt >= since && r.ArrivedAt < until);
        // What is not asked for is left out: a condition that holds for every row still costs the database its index.
        visits = scope.Point is { } point ? visits.Where(r => r.ServicePointId == point) : visits;
        visits = scope.Form is { } form ? visits.Where(r => r.Form == form) : visits;
        visits = scope.Leader is { } leader ? visits.Where(r => r.ReceiverId == leader) : visits;
        return visits.NotWalledFrom(db.Petitions.VisibleTo(Actor.System), actor);
    }

    /// <summary>Bookings whose time lay in the period: come, not come or called off. A form of visit narrows them not: they have forms of their own.</summary>
    public IQueryable<Appointment> Bookings(VisitScope scope, Actor actor)
    {
        var (office, since, until) = (scope.Office, ChinaTime.StartOfDayUtc(scope.From), ChinaTime.EndOfDayUtc(scope.To));
        var bookings = db.Appointments.AsNoTracking().Where(a => a.OfficeId == office && a.ListedAt >= since && a.ListedAt < until && a.RequestedAt != null && a.StartsAt != null
            && (a.State == AppointmentState.Attended || a.State == AppointmentState.NoShow || a.State == AppointmentState.Cancelled));
        bookings = scope.Point is { } point ? bookings.Where(a => a.ServicePointId == point) : bookings;
        bookings = scope.Leader is { } leader ? bookings.Where(a => a.OfficerId == leader) : bookings;
        return bookings.NotWalledFrom(db.Petitions.VisibleTo(Actor.System), actor);
    }
}
