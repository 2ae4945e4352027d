using Petitions.Domain.Receptions;

namespace Petitions.Services.Receptions.Statistics;

/// <summary>The one condition of each figure: what counts it lists it.</summary>
internal static class VisitFigures
{
    public static IQueryable<Reception> Narrow(this IQueryable<Reception> visits, VisitFigure figure, VisitBounds bounds)
    {
        var (group, amber, red) = (bounds.Group, bounds.Amber * 60, bounds.Red * 60);
        return figure switch
        {
            VisitFigure.Groups => visits.Where(r => r.GroupSize >= group),
            VisitFigure.Booked => visits.Where(r => r.BookedAt != null),
            VisitFigure.Heard => visits.Where(r => r.State == ReceptionState.Ended && r.StartedAt != null),
            VisitFigure.Unheard => visits.Where(r => r.State == ReceptionState.Ended && r.StartedAt == null),
            VisitFigure.Open => visits.Where(r => r.State != ReceptionState.Ended),
            VisitFigure.Called => visits.Where(r => r.CalledAt != null),
            VisitFigure.Missed => visits.Where(r => r.Steps.Any(step => step.Kind == ReceptionStepKind.Missed)),
            VisitFigure.Returned => visits.Where(r => r.Steps.Any(step => step.Kind == ReceptionStepKind.Returned)),
            VisitFigure.OverAmber => visits.Where(r => r.State == ReceptionState.Ended && r.StartedAt != null && r.Waited > amber),
            VisitFigure.OverRed => visits.Where(r => r.State == ReceptionState.Ended && r.StartedAt != null && r.Waited > red),
            _ => visits,
        };
    }
}
