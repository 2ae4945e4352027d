namespace Petitions.Domain.Appointments;

/// <summary>Whether some hours of a day can be held at a service point.</summary>
public enum SessionFit
{
    Fits,

    /// <summary>A weekend or public holiday of the working calendar.</summary>
    Holiday,

    /// <summary>Closed by hand for these hours.</summary>
    Closed,

    /// <summary>A working day, but not within the hours of the service point.</summary>
    OutsideHours,
}
