using System.Globalization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Petitions.Domain.Clocks;
using Petitions.Web.Display;
using Petitions.Web.Texts;

namespace Petitions.Web.Tests.Display;

/// <summary>One tag for a clock on the case page, its own page and the case file (journey J7 f).</summary>
public sealed class ClockTagTests
{
    [Theory]
    [InlineData(ClockState.Running, 0, "blue", "计算中", "Running")]
    [InlineData(ClockState.Running, 1, "red", "逾期 1 天", "1 day late")]
    [InlineData(ClockState.Running, 4, "red", "逾期 4 天", "4 days late")]
    [InlineData(ClockState.Met, 0, "green", "已完成", "Met")]
    [InlineData(ClockState.Met, 1, "red", "逾期 1 天完成", "Met 1 day late")]
    [InlineData(ClockState.Met, 9, "red", "逾期 9 天完成", "Met 9 days late")]
    [InlineData(ClockState.Paused, 0, "grey", "已中止", "Paused")]
    [InlineData(ClockState.Paused, 3, "grey", "已中止", "Paused")]
    [InlineData(ClockState.Cancelled, 0, "grey", "已终止", "Ended")]
    public void Of_EachState_HasItsWordsAndColour(ClockState state, int late, string kind, string zh, string en)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-Hans");
            Assert.Equal((kind, zh), Tag().Of(state, late));
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
            Assert.Equal((kind, en), Tag().Of(state, late));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static ClockTag Tag() => new(new StringLocalizer<CaseTexts>(
        new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance)));
}
