using System.CommandLine;
using System.Globalization;
using Petitions.Services.Setup.Load;
using Petitions.Web.Hosting;

namespace Petitions.Web.Verbs;

/// <summary>
/// <c>seed load --petitions N [--people M] [--seed S]</c>: years of invented history, to see how the portal bears them.
/// In Development it adds to what is there; anywhere else it goes into a database without petitions only.
/// </summary>
internal static class LoadVerb
{
    private const int Most = 20_000_000;

    public static Command Create(IReadOnlyDictionary<string, Engine> engines)
    {
        var petitions = Count("--petitions", "How many petitions.", required: true);
        var people = Count("--people", "How many different petitioners; left out, six for ten petitions.", required: false);
        var seed = new Option<int>("--seed") { Description = "The same seed tells the same stories.", DefaultValueFactory = _ => 1 };
        return VerbRunner.Verb("load", "Load whole years of invented history (Development, or a database without petitions).", engines, async (services, parsed, ct) =>
        {
            var count = parsed.GetValue(petitions)!.Value;
            var request = new LoadRequest { Petitions = count, People = parsed.GetValue(people) ?? Math.Max(1, (int)(count * 0.6)), Seed = parsed.GetValue(seed) };
            var began = TimeProvider.System.GetTimestamp();
            var told = 0L;
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<PetitionLoader>().LoadAsync(request, services.GetRequiredService<IHostEnvironment>().IsDevelopment(), written =>
            {
                var step = written * 20L / count;
                if (Interlocked.Exchange(ref told, step) < step)
                {
                    Console.Out.WriteLine(Line(written, began));
                }
            }, ct);
            await Console.Out.WriteLineAsync($"loaded: {Line(count, began)}");
        }, petitions, people, seed);
    }

    private static string Line(int written, long began) =>
        string.Create(CultureInfo.InvariantCulture, $"{written} petitions, {TimeProvider.System.GetElapsedTime(began).TotalSeconds:F1} s");

    private static Option<int?> Count(string name, string description, bool required)
    {
        var option = new Option<int?>(name) { Description = description, Required = required };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !(int.TryParse(token.Value, CultureInfo.InvariantCulture, out var count) && count is > 0 and <= Most))
            {
                result.AddError($"{name}: '{token.Value}' is no number from 1 to {Most}.");
            }
        });
        return option;
    }
}
