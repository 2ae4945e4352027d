using Microsoft.Extensions.DependencyInjection;
using Petitions.Services.Notices;
using Petitions.Services.Petitions.CaseFiles;
using Petitions.Services.Petitions.Documents.OnDemand;
using Petitions.Services.Petitions.Documents.Pdf;
using Petitions.Services.Petitions.Documents.Templates;

namespace Petitions.Services.Petitions.Documents;

/// <summary>Registers templates, papers and their delivery.</summary>
internal static class DocumentsSetup
{
    public static IServiceCollection AddDocuments(this IServiceCollection services)
    {
        services.AddScoped<DocumentTemplateQueries>();
        services.AddScoped<DocumentTemplateService>();
        services.AddOptions<ChromiumOptions>();
        services.AddOptions<LetterOptions>();
        services.AddSingleton<ChromiumPrinter>();
        services.AddScoped<DocumentPdfs>();
        services.AddScoped<LetterBoxes>();
        services.AddScoped<LetterQueries>();
        services.AddScoped<CaseFileTranscripts>();
        services.AddScoped<CaseFileQueries>();
        services.AddScoped<CaseFilePdfs>();
        services.AddScoped<OnDemandQueries>();
        services.AddScoped<OnDemandFields>();
        services.AddScoped<VisitFields>();
        services.AddScoped<OnDemandService>();
        return services;
    }
}
