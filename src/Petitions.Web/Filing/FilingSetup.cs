namespace Petitions.Web.Filing;

public static class FilingSetup
{
    /// <summary>What the pages of filing and following need.</summary>
    public static IServiceCollection AddFilingPages(this IServiceCollection services)
    {
        services.AddSingleton<AccessTickets>();
        services.AddScoped<DraftSession>();
        services.AddSingleton<FilingChoices>();
        return services;
    }
}
