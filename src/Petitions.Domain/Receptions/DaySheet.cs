using Petitions.Domain.Facts;

namespace Petitions.Domain.Receptions;

/// <summary>
/// The day of one service point (日结). Every arrival touches it and closing touches it, so the database decides between
/// a visitor who comes in the last moment and a clerk who closes: no visit stands on a closed day.
/// </summary>
public sealed class DaySheet
{
    private DaySheet()
    {
    }

    public Guid Id { get; private set; }

    public Guid OfficeId { get; private set; }

    public Guid ServicePointId { get; private set; }

    public DateOnly Day { get; private set; }

    public int Arrivals { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    public Guid? ClosedBy { get; private set; }

    public int Version { get; private set; }

    public static DaySheet Open(Guid officeId, Guid servicePointId, DateOnly day, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(new DateTimeOffset(now)),
        OfficeId = officeId,
        ServicePointId = servicePointId,
        Day = day,
        Version = 1,
    };

    /// <exception cref="RuleBrokenException">reception.day-closed</exception>
    public void Admit()
    {
        Rule.Require(ClosedAt is null, "reception.day-closed");
        Arrivals++;
        Version++;
    }

    /// <exception cref="RuleBrokenException">reception.day-closed, reception.day-open-visits.</exception>
    public DaySheetClosed Close(int openVisits, Guid staffId, DateTime now)
    {
        Rule.Require(ClosedAt is null, "reception.day-closed");
        Rule.Require(openVisits == 0, "reception.day-open-visits");
        (ClosedAt, ClosedBy) = (now, staffId);
        Version++;
        return new DaySheetClosed(Id, ServicePointId, Day, Arrivals);
    }
}
