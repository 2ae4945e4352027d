namespace Petitions.Domain.Petitions;

/// <summary>Decisions on a matter that one person proposes and another takes.</summary>
public enum DecisionKind
{
    Refusal,
    Transfer,

    /// <summary>Not sending the approved reply, for a coded reason.</summary>
    Exemption,

    /// <summary>Pausing a clock.</summary>
    Pause,

    /// <summary>Extending a clock.</summary>
    Extension,

    /// <summary>Owing no reply to a letter that names no way to reach its writer (journey J3, L2).</summary>
    NoContact,

    /// <summary>Reporting the matter to the political-legal committee or a superior office (上报协调).</summary>
    Escalation,
}
