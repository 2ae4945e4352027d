using Microsoft.Extensions.DependencyInjection;

namespace Petitions.Services.Search;

public static class SearchSetup
{
    /// <summary>Search: index, queries, log.</summary>
    public static IServiceCollection AddSearch(this IServiceCollection services)
    {
        services.AddScoped<SearchTexts>();
        services.AddScoped<SearchIndexer>();
        services.AddScoped<SearchReader>();
        services.AddScoped<SearchLookUp>();
        services.AddScoped<SearchService>();
        return services;
    }
}
