namespace Petitions.Domain.Appointments;

/// <summary>How a leader's reception day really went (接待落实情况).</summary>
public enum SessionSitting
{
    /// <summary>The leader sat himself (本人接待).</summary>
    LeaderSat,

    /// <summary>Somebody stood in for him (他人代为接待).</summary>
    AnotherSat,

    /// <summary>Nobody sat (未接待), with the reason.</summary>
    NobodySat,
}
