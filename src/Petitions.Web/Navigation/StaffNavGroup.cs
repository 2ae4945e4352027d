namespace Petitions.Web.Navigation;

/// <summary>The headings of the staff navigation in their order, and the one place that names them; the words stand in SharedTexts under <c>nav.group</c>.</summary>
public enum StaffNavGroup
{
    /// <summary>Where work begins; never under a heading.</summary>
    Start,

    /// <summary>Hall and visits (大厅与来访).</summary>
    Hall,

    /// <summary>Letters, calls and what is handed in (来信来电).</summary>
    Post,

    /// <summary>Matters in hand (办理).</summary>
    Matters,

    /// <summary>What leaders watch (督办).</summary>
    Supervision,

    /// <summary>Registers, statistics, exports (登记与统计).</summary>
    Registers,

    /// <summary>Settings of the office and the portal (管理).</summary>
    Administration,

    /// <summary>Proof and audit (核验与审计).</summary>
    Inspection,

    /// <summary>One's own account.</summary>
    Account,
}
