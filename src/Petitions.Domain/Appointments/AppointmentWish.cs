namespace Petitions.Domain.Appointments;

/// <summary>One of at most three wished times of a request, the dearest first.</summary>
public sealed class AppointmentWish
{
    private AppointmentWish()
    {
    }

    public Guid AppointmentId { get; private set; }

    public int Rank { get; private set; }

    /// <summary>Asia/Shanghai.</summary>
    public DateOnly Day { get; private set; }

    public DayHalf Half { get; private set; }

    public Guid? SlotId { get; private set; }

    internal static AppointmentWish Create(Guid appointmentId, int rank, WishedTime wish)
    {
        var made = new AppointmentWish { AppointmentId = appointmentId, Rank = rank };
        made.Become(wish);
        return made;
    }

    internal void Become(WishedTime wish) => (Day, Half, SlotId) = (wish.Day, wish.Half, wish.SlotId);
}
