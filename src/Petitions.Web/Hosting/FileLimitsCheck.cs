using Microsoft.Extensions.Options;
using Petitions.Services.Files.Checks;

namespace Petitions.Web.Hosting;

/// <summary>Wrong limits of files stop start-up and name the key.</summary>
internal sealed class FileLimitsCheck : IValidateOptions<FileLimits>
{
    public ValidateOptionsResult Validate(string? name, FileLimits options) =>
        options.Problems().ToList() is { Count: > 0 } problems ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;
}
