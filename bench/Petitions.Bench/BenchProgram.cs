namespace Petitions.Bench;

/// <summary>Not top-level statements: their public Program would stand beside the portal's in the tests.</summary>
internal static class BenchProgram
{
    private static async Task<int> Main(string[] args)
    {
        // "raw" is the child process that shows what the machine can do; everything else is a run.
        if (args is ["raw", var connection, var number, var port])
        {
            await RawEndpoint.RunAsync(connection, number, int.Parse(port, System.Globalization.CultureInfo.InvariantCulture));
            return 0;
        }

        try
        {
            await new Run(BenchOptions.Parse(args)).AllAsync();
            return 0;
        }
        catch (ArgumentException wrong)
        {
            await Console.Error.WriteLineAsync($"bench: {wrong.Message}");
            return 2;
        }
    }
}
