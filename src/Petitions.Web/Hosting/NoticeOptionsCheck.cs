using Microsoft.Extensions.Options;
using Petitions.Services.Notices.Channels;

namespace Petitions.Web.Hosting;

/// <summary>Wrong settings stop start-up and name the key.</summary>
internal sealed class NoticeOptionsCheck : IValidateOptions<NoticeOptions>
{
    public ValidateOptionsResult Validate(string? name, NoticeOptions options) =>
        options.Problems().ToList() is { Count: > 0 } problems ? ValidateOptionsResult.Fail(problems) : ValidateOptionsResult.Success;
}
