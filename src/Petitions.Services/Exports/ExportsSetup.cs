using Microsoft.Extensions.DependencyInjection;

namespace Petitions.Services.Exports;

public static class ExportsSetup
{
    /// <summary>Exports: asking, making, fetching.</summary>
    public static IServiceCollection AddExports(this IServiceCollection services)
    {
        services.AddSingleton<IExportWriter, CsvExport>();
        services.AddSingleton<IExportWriter, XlsxExport>();
        services.AddSingleton<ExportSources>();
        services.AddScoped<ExportTable>();
        services.AddScoped<ExportRows>();
        services.AddScoped<IExportKind, PetitionExport>();
        services.AddScoped<IExportKind, LedgerExport>();
        services.AddScoped<ExportRunner>();
        services.AddScoped<ExportService>();
        services.AddScoped<ExportQueries>();
        return services;
    }
}
