namespace Petitions.Domain.Appointments;

public enum ClosureKind
{
    /// <summary>Shut although the week says open (停止接待).</summary>
    Closed,

    /// <summary>Open although the week or the calendar says shut (加开).</summary>
    ExtraOpen,
}
