using Microsoft.Extensions.Options;

namespace Petitions.Web.Hosting;

/// <summary>The wrong settings an error speaks of; each fault names its key.</summary>
internal static class SettingFaults
{
    public static IReadOnlyList<string> Of(Exception error) => error switch
    {
        OptionsValidationException wrong => [.. wrong.Failures],
        AggregateException several when several.InnerExceptions.All(inner => inner is OptionsValidationException) => [.. several.InnerExceptions.SelectMany(Of)],
        _ => [],
    };
}
