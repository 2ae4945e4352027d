namespace Petitions.Services.Petitions.Decisions;

/// <summary>Who may take a decision: the role named, or one above it (petition_moves.csv names them in this order).</summary>
public static class Approvers
{
    private static readonly string[] Ladder = ["DepartmentHead", "PetitionDirector", "DeputyChief", "ChiefProcurator"];

    /// <summary>The role and those above it; a role outside the ladder stands for itself.</summary>
    public static IReadOnlyList<string> AtLeast(string role) =>
        Array.IndexOf(Ladder, role) is >= 0 and var rung ? Ladder[rung..] : [role];
}
