namespace Petitions.Domain.Clocks;

public enum EscalationStepKind
{
    Warn,
    RecordOverdue,
    Chase,
}
