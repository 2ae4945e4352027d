using System.CommandLine;
using System.Globalization;
using Petitions.Domain.Clocks;
using Petitions.Services.Jobs;
using Petitions.Web.Hosting;

namespace Petitions.Web.Verbs;

/// <summary><c>jobs run [NAME] [--as-of yyyy-MM-dd]</c>: one job, or all in order. Exit code 1 when one failed.</summary>
internal static class JobsVerb
{
    public static Command Create(IReadOnlyDictionary<string, Engine> engines)
    {
        var name = new Argument<string?>("NAME")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = "All when left out. " + string.Join(" ", JobCatalog.All.Select(job => $"{job.Name}: {job.Description}")),
        };
        name.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && JobCatalog.Find(token.Value) is null)
            {
                result.AddError($"No job '{token.Value}'. Jobs: {string.Join(", ", JobCatalog.All.Select(job => job.Name))}.");
            }
        });
        var asOf = new Option<string?>("--as-of") { Description = "Run as if it were noon of this day (yyyy-MM-dd, Asia/Shanghai)." };
        asOf.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !TryDay(token.Value, out _))
            {
                result.AddError($"--as-of: '{token.Value}' is no day, write yyyy-MM-dd.");
            }
        });
        var run = VerbRunner.Verb("run", "Run a job now, or all.", engines, (services, parsed, ct) =>
            RunAsync(services, parsed.GetValue(name), parsed.GetValue(asOf), ct), asOf);
        run.Arguments.Add(name);
        return new Command("jobs", "Work the portal does by itself.") { run };
    }

    private static async Task RunAsync(IServiceProvider services, string? name, string? asOf, CancellationToken ct)
    {
        var now = asOf is not null && TryDay(asOf, out var day)
            ? ChinaTime.StartOfDayUtc(day).AddHours(12)
            : services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        foreach (var job in JobCatalog.All.Where(job => name is null || job.Name == name))
        {
            await job.RunAsync(services.GetRequiredService<IServiceScopeFactory>(), now, ct);
            await Console.Out.WriteLineAsync($"{job.Name}: done");
        }
    }

    private static bool TryDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
