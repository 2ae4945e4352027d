using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
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
    }
}
