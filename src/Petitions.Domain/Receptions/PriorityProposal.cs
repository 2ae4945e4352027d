namespace Petitions.Domain.Receptions;

/// <summary>
/// Proposes who is heard first and why (journey J5): age over the office's setting, or a need the visitor stated. A
/// proposal only: the clerk may choose otherwise, and the reason stands on the ticket.
/// </summary>
public static class PriorityProposal
{
    private static readonly (string Reason, string[] Needs)[] ByNeed =
    [
        ("Age70", ["OldAge"]),
        ("Disabled", ["Wheelchair", "Sight", "Hearing", "Speech", "Mental"]),
        ("Pregnant", ["Pregnant"]),
        ("Illness", ["Illness"]),
        ("Minor", ["Minor"]),
    ];

    /// <returns>Code of list PriorityReason, or null.</returns>
    public static string? Of(int? age, IReadOnlyCollection<string> needs, bool emergency, int elderAge)
    {
        if (emergency)
        {
            return "Emergency";
        }

        return age >= elderAge ? "Age70" : ByNeed.FirstOrDefault(row => row.Needs.Any(needs.Contains)).Reason;
    }
}
