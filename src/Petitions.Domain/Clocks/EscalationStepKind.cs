namespace Petitions.Domain.Clocks;

public enum EscalationStepKind
{
    Warn,
    RecordOverdue,

    /// <summary>A window of the petitioner (rating, remedy) is over: it ends unused, which is nobody's fault.</summary>
    CloseWindow,
    Chase,
}
