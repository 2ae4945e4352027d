namespace Petitions.Domain.Clocks;

public enum EscalationStepKind
{
    Warn,
    RecordOverdue,

    /// <summary>A window of the petitioner (rating, remedy) is over: it ends unused, which is nobody's fault.</summary>
    CloseWindow,

    /// <summary>A promise of the office was not kept by 24:00 of its day (journey J16).</summary>
    BreakPromise,

    /// <summary>A record with an end lapses alone.</summary>
    Expire,
    Chase,
}
