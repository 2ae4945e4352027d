using System.CommandLine;
using Petitions.Services.Search;
using Petitions.Web.Hosting;

namespace Petitions.Web.Verbs;

/// <summary><c>search rebuild [--offline]</c>: makes the search index again from the matters. Safe to stop and to start again.</summary>
internal static class SearchVerb
{
    private const int Step = 10_000;

    public static Command Create(IReadOnlyDictionary<string, Engine> engines)
    {
        var offline = new Option<bool>("--offline") { Description = "Empty the index first and build it in bulk: fastest for a first filling. Nothing is found meanwhile; on PostgreSQL run it with the owner's connection." };
        var rebuild = VerbRunner.Verb("rebuild", "Make the search index again from the matters.", engines, async (services, parsed, ct) =>
        {
            await using var scope = services.CreateAsyncScope();
            var told = 0;
            // Not Progress<T>: it would report from another thread, after the end.
            var done = await scope.ServiceProvider.GetRequiredService<SearchIndexer>().RebuildAsync(parsed.GetValue(offline), new Told(count =>
            {
                if (count / Step > told / Step)
                {
                    Console.Out.WriteLine($"{count} matters");
                }

                told = count;
            }), ct);
            await Console.Out.WriteLineAsync($"search index: {done} matters, done");
        }, offline);
        return new Command("search", "The search index.") { rebuild };
    }

    private sealed class Told(Action<int> tell) : IProgress<int>
    {
        public void Report(int value) => tell(value);
    }
}
