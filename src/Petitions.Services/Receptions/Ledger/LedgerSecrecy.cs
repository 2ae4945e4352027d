namespace Petitions.Services.Receptions.Ledger;

/// <summary>Why a line of the register names nobody.</summary>
public enum LedgerSecrecy
{
    None,

    /// <summary>The visitor withheld his name, or gave none for a matter (要求保密、匿名).</summary>
    Withheld,

    /// <summary>The visit belongs to a report or to a sealed matter (举报、封存).</summary>
    Sealed,
}
