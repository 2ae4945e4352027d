using System.CommandLine;
using Petitions.Data.Keys;
using Petitions.Web.Hosting;

namespace Petitions.Web.Verbs;

/// <summary>The verbs of the program (architecture.md section 7). Exit code 0 done, 1 refused or failed, 2 wrong arguments.</summary>
internal static class VerbRunner
{
    public static async Task<int> RunAsync(string[] args, IReadOnlyDictionary<string, Engine> engines)
    {
        var root = new RootCommand("Petitions: the petition-and-visit portal. Without a verb it serves the site.")
        {
            Verb("migrate", "Bring the database schema and the reference data up to date.", engines, (services, _, ct) => DatabaseVerbs.MigrateAsync(services, ct)),
            new Command("seed", "Fill the database.")
            {
                Verb("demo", "Add invented demo data (Development only).", engines, (services, _, ct) => DatabaseVerbs.SeedDemoAsync(services, ct)),
                LoadVerb.Create(engines),
            },
            Verb("create-keys", "Make the installation's missing keys in Keys:Path.", engines, (services, _, _) =>
            {
                KeyRing.CreateMissing(Portal.KeyFolder(services));
                return Task.CompletedTask;
            }),
        };
        root.Add(VerifyLogVerb.Create(engines));
        root.Add(JobsVerb.Create(engines));
        root.Add(SearchVerb.Create(engines));
        root.Add(CreateAdminVerb.Create(engines));
        foreach (var command in BackupVerbs.Create(engines))
        {
            root.Add(command);
        }

        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
            }

            await Console.Error.WriteLineAsync("Use --help to see the verbs.");
            return 2;
        }

        return await parsed.InvokeAsync();
    }

    /// <summary>A verb that runs over the portal's services, without serving the site.</summary>
    internal static Command Verb(
        string name, string description, IReadOnlyDictionary<string, Engine> engines, Func<IServiceProvider, ParseResult, CancellationToken, Task> run, params Option[] options)
    {
        var command = new Command(name, description);
        foreach (var option in options)
        {
            command.Options.Add(option);
        }

        command.SetAction(async (parsed, ct) =>
        {
            try
            {
                await using var app = Portal.CreateBuilder([], engines).Build();
                Microsoft.Extensions.Options.IStartupValidator? validator = app.Services.GetService<Microsoft.Extensions.Options.IStartupValidator>();
                validator?.Validate();
                await run(app.Services, parsed, ct);
                return 0;
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                await Console.Error.WriteLineAsync(SettingFaults.Of(error) is { Count: > 0 } faults ? $"{name}: wrong settings: {string.Join(" ", faults)}" : $"{name}: {error.Message}");
                return 1;
            }
        });
        return command;
    }
}
