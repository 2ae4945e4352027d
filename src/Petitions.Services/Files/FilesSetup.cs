using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Petitions.Services.Files.Attachments;
using Petitions.Services.Files.Checks;
using Petitions.Services.Files.Pages;
using Petitions.Services.Files.Scanning;
using Petitions.Services.Files.Stores;

namespace Petitions.Services.Files;

internal static class FilesSetup
{
    /// <summary>The file store chosen by the settings, and all that keeps, checks and serves files.</summary>
    public static void AddFiles(this IServiceCollection services)
    {
        services.AddOptions<FileStoreOptions>();
        services.AddSingleton<IFileStore>(provider => provider.GetRequiredService<IOptions<FileStoreOptions>>().Value.Kind == FileStoreOptions.S3Kind
            ? ActivatorUtilities.CreateInstance<S3FileStore>(provider)
            : ActivatorUtilities.CreateInstance<FolderFileStore>(provider));
        services.AddScoped<SealedFiles>();
        AddChecks(services);
        services.AddOptions<ScannerOptions>();
        services.AddSingleton<ClamdScanner>();
        services.AddOptions<PdfPageOptions>();
        services.AddSingleton<PdfPages>();
        services.AddSingleton<FileBudget>();
        services.AddScoped<FileIntake>();
        services.AddScoped<DraftFileService>();
        services.AddScoped<AttachmentService>();
        services.AddScoped<AttachmentQueries>();
        services.AddScoped<FileScanJob>();
        services.AddScoped<FileCheckJob>();
    }

    private static void AddChecks(IServiceCollection services)
    {
        services.AddOptions<FileLimits>();
        services.AddSingleton<FileKinds>();
        services.AddSingleton<FileInspector>();
        services.AddSingleton<ImageCheck, JpgCheck>();
        services.AddSingleton<ImageCheck, PngCheck>();
        services.AddSingleton<IFileCheck, JpgCheck>();
        services.AddSingleton<IFileCheck, PngCheck>();
        services.AddSingleton<IFileCheck, PdfCheck>();
        services.AddSingleton<IFileCheck, DocxCheck>();
        services.AddSingleton<IFileCheck, TextCheck>();
    }
}
