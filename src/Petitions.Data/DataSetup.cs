using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Data.Facts;
using Petitions.Data.Keys;
using Petitions.Data.Live;
using Petitions.Data.Reads;
using Petitions.Data.Search;

namespace Petitions.Data;

/// <summary>Registers the unit of work. The engine is chosen by <c>Program.cs</c> and nowhere else.</summary>
public static class DataSetup
{
    public static IServiceCollection AddPetitionsData(this IServiceCollection services, Func<IServiceProvider, KeyRing> keys, Action<IServiceProvider, DbContextOptionsBuilder> engine)
    {
        services.AddSingleton(keys);
        services.AddSingleton<ColumnProtector>();
        services.AddSingleton<FactChains>();
        services.AddSingleton<LostRaces>();
        services.AddSingleton<SearchQueueing>();
        services.AddSingleton<SavePreparation>();
        services.AddSingleton<LiveChanges>();
        services.AddSingleton<LiveWords>();
        services.AddSingleton<SharedReads>();
        services.AddDbContextPool<PetitionsDbContext>((provider, options) =>
        {
            engine(provider, options);
            // Counts up to a limit need no order.
            options.ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning));
            // A test looks for changes without a migration; looking again at every start costs half a second.
            options.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
            // In this order: a lost race is told by an exception of its own, and nothing after it is called.
            options.AddInterceptors(provider.GetRequiredService<SavePreparation>(), provider.GetRequiredService<LiveWords>(), provider.GetRequiredService<LostRaces>());
            options.AddInterceptors(provider.GetRequiredService<SharedReads>());
        });
        services.AddScoped<FactLog>();
        services.AddTransient<ReadsTogether>();
        return services;
    }
}
