using Petitions.Data.Postgres;
using Petitions.Data.Sqlite;
using Petitions.Web.Hosting;
using Petitions.Web.Verbs;

// The only place that names a database engine.
var engines = new Dictionary<string, Engine>
{
    ["sqlite"] = new(new SqliteEngine(), SqliteEngine.Configure, new SqliteCopies(), folder => $"Data Source={Path.Combine(folder, "petitions.db")}"),
    ["postgres"] = new(new PostgresEngine(), PostgresEngine.Configure, new PostgresCopies(), JobStore: PostgresJobStore.Use),
};

if (args is [var first, ..] && (!first.StartsWith('-') || first is "--help" or "-h" or "-?"))
{
    return await VerbRunner.RunAsync(args, engines);
}

try
{
    await Portal.RunAsync(Portal.CreateBuilder(args, engines));
    return 0;
}
catch (Exception wrong) when (SettingFaults.Of(wrong) is { Count: > 0 })
{
    // Says which keys are wrong, without a stack trace.
    await Console.Error.WriteLineAsync($"Wrong settings: {string.Join(" ", SettingFaults.Of(wrong))}");
    return 1;
}

/// <summary>Named so that tests can start the whole site.</summary>
public partial class Program;
