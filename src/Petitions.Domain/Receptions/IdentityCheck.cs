namespace Petitions.Domain.Receptions;

/// <summary>Whether the visitor proved who he is (domain.md row 19). An identity number is never a condition of being heard.</summary>
public enum IdentityCheck
{
    /// <summary>A paper was shown and compared (已核验).</summary>
    Shown,

    /// <summary>No paper at hand (未带证件).</summary>
    NotShown,

    /// <summary>Would not show one (拒绝出示).</summary>
    Refused,
}
