using Microsoft.Extensions.Options;
using Petitions.Services.Files.Stores;

namespace Petitions.Web.Hosting;

/// <summary>Wrong settings stop start-up and name the key.</summary>
internal sealed class FileStoreOptionsCheck : IValidateOptions<FileStoreOptions>
{
    public ValidateOptionsResult Validate(string? name, FileStoreOptions options) =>
        options.Problems().ToList() is { Count: > 0 } problems ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;
}
