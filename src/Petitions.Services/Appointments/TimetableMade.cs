namespace Petitions.Services.Appointments;

/// <summary>What the making of the timetable did.</summary>
/// <param name="Made">Sessions made.</param>
/// <param name="Moved">Of these, moved off a holiday.</param>
/// <param name="LeftOut">Days left out.</param>
/// <param name="TakenBack">Sessions without bookings taken back because their regular day was changed.</param>
/// <param name="WithoutRoom">Made without their room, because it is taken.</param>
public sealed record TimetableMade(int Made, int Moved, int LeftOut, int TakenBack, int WithoutRoom)
{
    public static readonly TimetableMade Nothing = new(0, 0, 0, 0, 0);

    public TimetableMade And(TimetableMade other) => new(Made + other.Made, Moved + other.Moved, LeftOut + other.LeftOut, TakenBack + other.TakenBack, WithoutRoom + other.WithoutRoom);
}
