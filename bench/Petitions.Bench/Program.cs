using Petitions.Bench;

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
