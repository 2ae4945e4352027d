using Microsoft.Extensions.DependencyInjection;
using Petitions.Services.Setup;

namespace Petitions.Services.Letters;

/// <summary>Bags of letters that came by post.</summary>
internal static class LettersSetup
{
    public static IServiceCollection AddLetters(this IServiceCollection services)
    {
        services.AddScoped<LetterAccess>();
        services.AddScoped<BatchSheets>();
        services.AddScoped<LetterBatchService>();
        services.AddScoped<LetterScanService>();
        services.AddScoped<LetterHandOverService>();
        services.AddScoped<LetterFiling>();
        services.AddScoped<LetterConsequences>();
        services.AddScoped<LetterDispositionService>();
        services.AddScoped<LetterBatchQueries>();
        services.AddScoped<LetterFileQueries>();
        services.AddScoped<LetterBoardQueries>();
        services.AddScoped<EmergencyContacts>();
        services.AddScoped<DemoLetters>();
        return services;
    }
}
