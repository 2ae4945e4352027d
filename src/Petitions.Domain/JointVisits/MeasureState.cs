namespace Petitions.Domain.JointVisits;

/// <summary>How far an agreed measure has come.</summary>
public enum MeasureState
{
    /// <summary>Written down at the table; agreed when the minutes are confirmed.</summary>
    Draft,
    Agreed,

    /// <summary>Done, with its proof.</summary>
    Done,

    /// <summary>Declared failed, with its reason.</summary>
    Failed,
}
