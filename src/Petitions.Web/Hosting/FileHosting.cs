using Microsoft.Extensions.Options;
using Petitions.Services.Files.Stores;

namespace Petitions.Web.Hosting;

/// <summary>Settings of the file store (section <c>Files</c>).</summary>
internal static class FileHosting
{
    public static void AddFileSettings(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<FileStoreOptions>().BindConfiguration(FileStoreOptions.Section)
            .PostConfigure<IServiceProvider>((files, provider) => files.Path = Folder(files.Path, provider)).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<FileStoreOptions>, FileStoreOptionsCheck>();
    }

    /// <summary>Relative paths start at the content root, like those of <c>Storage</c>.</summary>
    private static string Folder(string? named, IServiceProvider provider) => string.IsNullOrWhiteSpace(named)
        ? Path.Combine(Portal.DataFolder(provider), "files")
        : Path.GetFullPath(named, provider.GetRequiredService<IHostEnvironment>().ContentRootPath);
}
