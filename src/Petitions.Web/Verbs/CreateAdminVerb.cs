using System.CommandLine;
using Petitions.Services.Offices;
using Petitions.Web.Hosting;

namespace Petitions.Web.Verbs;

/// <summary><c>create-admin</c>: the first two administrators. The one-time passwords go to the console only, never to a log.</summary>
internal static class CreateAdminVerb
{
    public static Command Create(IReadOnlyDictionary<string, Engine> engines)
    {
        var office = new Option<string>("--office") { Description = "Code of the office they belong to.", Required = true };
        return VerbRunner.Verb(
            "create-admin",
            "Create the first system administrator and security administrator; refused when either exists.",
            engines,
            async (services, parsed, ct) =>
            {
                await using var scope = services.CreateAsyncScope();
                var made = await scope.ServiceProvider.GetRequiredService<AdminBootstrap>().CreateAsync(parsed.GetValue(office)!, ct);
                await Console.Out.WriteLineAsync("One-time passwords, shown only now; the first sign-in asks for new ones:");
                foreach (var administrator in made)
                {
                    await Console.Out.WriteLineAsync($"{administrator.UserName}  {administrator.Password}");
                }
            },
            office);
    }
}
