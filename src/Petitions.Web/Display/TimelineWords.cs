using Microsoft.Extensions.Localization;
using Petitions.Services.Petitions;
using Petitions.Web.Hosting;
using Petitions.Web.Texts;

namespace Petitions.Web.Display;

/// <summary>What one line of a timeline is called: its kind, or the kind with the promise, measure and day it names.</summary>
public sealed class TimelineWords(IStringLocalizer<TimelineTexts> texts, IStringLocalizer<CommitmentTexts> promises, Dates dates)
{
    public string Of(TimelineEvent line)
    {
        var label = PetitionCultures.IsChinese ? line.Zh : line.En;
        if (line.Detail is not { } detail)
        {
            return label;
        }

        // A line of another kind, or of another cause, names nothing worth a text of its own.
        var promise = detail.Promise is { } kind ? promises[$"promise.{kind}"].Value : "";
        var key = detail.Late ? "line.late" : detail.Cause is { } cause ? $"line.{line.Kind}.{cause}" : $"line.{line.Kind}";
        var words = texts[key, promise, detail.Number ?? 0, dates.Day(detail.Day), dates.Day(detail.NowOn)];
        return words.ResourceNotFound ? label : words.Value;
    }
}
