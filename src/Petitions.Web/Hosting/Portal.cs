using FluentValidation;
using Microsoft.Extensions.Options;
using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Services;
using Petitions.Services.Facts;
using Petitions.Web.Access;
using Petitions.Web.Documents;
using Petitions.Web.Areas.Desk;
using Petitions.Web.Areas.Supervision;
using Petitions.Web.Booking;
using Petitions.Web.Filing;
using Petitions.Web.Live;
using Petitions.Web.Verbs;
using Serilog;
using Serilog.Formatting.Compact;

namespace Petitions.Web.Hosting;

/// <summary>Puts the portal together: settings, logs, data, services, pages. The engines come from <c>Program.cs</c>.</summary>
public static class Portal
{
    public static WebApplicationBuilder CreateBuilder(string[] args, IReadOnlyDictionary<string, Engine> engines)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Host.UseDefaultServiceProvider(options => (options.ValidateOnBuild, options.ValidateScopes) = (true, true));
        AddLogs(builder);
        AddData(builder, engines);
        builder.AddPetitionNode();
        builder.AddPetitionMetrics();
        builder.Services.AddPetitionServices();
        builder.AddFileSettings();
        builder.AddNoticesAndJobs(engines);
        builder.AddBackups(engines);
        builder.AddPetitionsWeb();
        builder.AddPetitionsAccess();
        builder.Services.AddPetitionLimits();
        builder.Services.AddPetitionProxies();
        builder.Services.AddPetitionsHealth();
        builder.Services.AddOpenApi("v1");
        builder.Services.AddValidatorsFromAssemblyContaining<Program>(ServiceLifetime.Scoped, includeInternalTypes: true);
        // Asks for nothing and knows nothing of the request; its rules are expressions, built once and not for each petition.
        builder.Services.AddSingleton<FluentValidation.IValidator<Api.V1.PetitionBody>, Api.V1.PetitionBodyValidator>();
        builder.Services.AddFilingPages();
        builder.Services.AddBookingPages();
        builder.Services.AddDocumentPages();
        builder.Services.AddDeskPages();
        builder.Services.AddJointPages();
        builder.Services.AddLiveLink();
        // Last: libraries register the system clock for themselves, and the last registration is the one that counts.
        builder.AddDevClock();
        return builder;
    }

    /// <summary>Runs until stopped. In Development the database is migrated and filled with demo data first.</summary>
    public static async Task RunAsync(WebApplicationBuilder builder)
    {
        var app = builder.Build();
        // Before anything is migrated or filled under settings that are wrong.
        app.Services.GetService<IStartupValidator>()?.Validate();
        _ = Task.Run(() => MakeModel(app.Services));
        app.UsePetitionMetrics();
        app.UseDrain();
        app.UsePetitionProxies();
        app.UsePetitionsWeb(web =>
        {
            web.Use(LeaveUnmatched);
            web.UseAuthentication();
            web.UseRateLimiter();
            web.UseAuthorization();
        });
        app.MapPetitionsHealth();
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        app.RequireGuardedActions();
        if (app.Environment.IsDevelopment() && app.Services.GetRequiredService<IOptions<DatabaseOptions>>().Value.MigrateAtStart)
        {
            await DatabaseVerbs.MigrateAsync(app.Services, CancellationToken.None);
            await DatabaseVerbs.SeedDemoAsync(app.Services, CancellationToken.None);
        }

        await app.RunAsync();
    }

    /// <summary>The model of the database is made while the web is put together, not before the first page (performance.md P7).</summary>
    private static void MakeModel(IServiceProvider services)
    {
        try
        {
            using var scope = services.CreateScope();
            _ = scope.ServiceProvider.GetRequiredService<PetitionsDbContext>().Model;
        }
        catch (Exception)
        {
            // Whatever is wrong is told to whoever asks for the database next.
        }
    }

    /// <summary>An address that does not exist is 404 for everybody, not a reason to sign in; a wrong method is 405.</summary>
    private static Task LeaveUnmatched(HttpContext context, RequestDelegate next)
    {
        switch (context.GetEndpoint())
        {
            case null:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            case RouteEndpoint:
                return next(context);
            case var notAllowed:
                return notAllowed.RequestDelegate!(context);
        }
    }

    private static void AddLogs(WebApplicationBuilder builder) => builder.Services.AddSerilog(logs =>
    {
        logs.ReadFrom.Configuration(builder.Configuration).Enrich.FromLogContext();
        if (builder.Environment.IsProduction())
        {
            logs.WriteTo.Console(new CompactJsonFormatter());
        }
        else
        {
            logs.WriteTo.Console(formatProvider: System.Globalization.CultureInfo.InvariantCulture);
        }
    });

    private static void AddData(WebApplicationBuilder builder, IReadOnlyDictionary<string, Engine> engines)
    {
        var services = builder.Services;
        services.AddOptions<DatabaseOptions>().BindConfiguration(DatabaseOptions.Section).ValidateDataAnnotations()
            .Validate(database => database.Engine != "postgres" || !string.IsNullOrWhiteSpace(database.ConnectionString),
                "Database:ConnectionString is required when Database:Engine is 'postgres'.")
            .ValidateOnStart();
        services.AddOptions<StorageOptions>().BindConfiguration(StorageOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<KeyOptions>().BindConfiguration(KeyOptions.Section)
            .Validate(keys => !builder.Environment.IsProduction() || !string.IsNullOrWhiteSpace(keys.Path), "Keys:Path is required in Production.")
            .ValidateOnStart();
        services.AddSingleton(provider => new DailyRootFolder(System.IO.Path.Combine(DataFolder(provider), "roots")));
        services.AddSingleton(provider => engines[provider.GetRequiredService<IOptions<DatabaseOptions>>().Value.Engine].Info);
        services.AddPetitionsData(Keys, (provider, options) =>
        {
            var database = provider.GetRequiredService<IOptions<DatabaseOptions>>().Value;
            var engine = engines[database.Engine];
            var connection = string.IsNullOrWhiteSpace(database.ConnectionString) ? engine.DefaultConnection!(DataFolder(provider)) : database.ConnectionString;
            engine.Configure(options, connection);
        });
    }

    private static KeyRing Keys(IServiceProvider provider)
    {
        var folder = KeyFolder(provider);
        if (!provider.GetRequiredService<IHostEnvironment>().IsProduction())
        {
            KeyRing.CreateMissing(folder);
        }

        return KeyRing.Load(folder);
    }

    internal static string KeyFolder(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<KeyOptions>>().Value.Path is { Length: > 0 } named
            ? System.IO.Path.GetFullPath(named, provider.GetRequiredService<IHostEnvironment>().ContentRootPath)
            : System.IO.Path.Combine(DataFolder(provider), "keys");

    internal static string DataFolder(IServiceProvider provider)
    {
        var folder = System.IO.Path.GetFullPath(
            provider.GetRequiredService<IOptions<StorageOptions>>().Value.DataPath,
            provider.GetRequiredService<IHostEnvironment>().ContentRootPath);
        Directory.CreateDirectory(folder);
        return folder;
    }
}
