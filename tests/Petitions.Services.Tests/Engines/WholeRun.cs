namespace Petitions.Services.Tests.Engines;

/// <summary>Whether this is a whole run (scripts/test.sh --full, what CI runs) or an everyday one.</summary>
public static class WholeRun
{
    /// <summary>The variable scripts/test.sh sets to 1.</summary>
    public const string Variable = "PETITIONS_TEST_FULL";

    public static bool Is { get; } = Environment.GetEnvironmentVariable(Variable) == "1";
}
