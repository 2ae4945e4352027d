using Petitions.Services.Notices;
using Petitions.Services.Petitions.Documents.Pdf;

namespace Petitions.Web.Documents;

/// <summary>Settings of documents and letters, and the pages that print them.</summary>
internal static class DocumentsSetup
{
    public static void AddDocumentPages(this IServiceCollection services)
    {
        services.AddOptions<ChromiumOptions>().BindConfiguration(ChromiumOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<LetterOptions>().BindConfiguration(LetterOptions.Section);
        services.AddScoped<PaperPages>();
        services.AddScoped<PaperAnswers>();
        services.AddScoped<TranscriptPapers>();
        services.AddHostedService<ChromiumCheck>();
    }
}
