using Microsoft.Extensions.Options;
using Petitions.Services.Files.Checks;
using Petitions.Services.Files.Pages;
using Petitions.Services.Files.Scanning;
using Petitions.Services.Files.Stores;
using Petitions.Web.Files;

namespace Petitions.Web.Hosting;

/// <summary>Settings of the file store (section <c>Files</c>).</summary>
internal static class FileHosting
{
    public static void AddFileSettings(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<FileStoreOptions>().BindConfiguration(FileStoreOptions.Section)
            .PostConfigure<IServiceProvider>((files, provider) => files.Path = Folder(files.Path, provider)).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<FileStoreOptions>, FileStoreOptionsCheck>();
        builder.Services.AddOptions<FileLimits>().BindConfiguration(FileLimits.Section).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<FileLimits>, FileLimitsCheck>();
        builder.Services.AddOptions<ScannerOptions>().BindConfiguration(ScannerOptions.Section)
            .Validate(scanner => !scanner.Problems().Any(), "Files:Scanner:Address must be unix:/path or tcp://host:port, TimeoutSeconds 1 to 300.").ValidateOnStart();
        builder.Services.AddOptions<PdfPageOptions>().BindConfiguration(PdfPageOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddScoped<Uploads>();
    }

    /// <summary>Relative paths start at the content root, like those of <c>Storage</c>.</summary>
    private static string Folder(string? named, IServiceProvider provider) => string.IsNullOrWhiteSpace(named)
        ? Path.Combine(Portal.DataFolder(provider), "files")
        : Path.GetFullPath(named, provider.GetRequiredService<IHostEnvironment>().ContentRootPath);
}
