namespace Petitions.Domain.Appointments;

/// <summary>Half of a working day, as wished.</summary>
public enum DayHalf
{
    Morning,
    Afternoon,
}
