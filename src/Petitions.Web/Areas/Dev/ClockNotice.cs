using Microsoft.Extensions.Localization;
using Petitions.Services.Clocks;
using Petitions.Web.Navigation;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Dev;

/// <summary>Says in the footer that the clock is moved.</summary>
internal sealed class ClockNotice(OffsetTimeProvider clock, IStringLocalizer<DevTexts> texts) : IDevNotice
{
    public string? Text() => clock.Offset == TimeSpan.Zero ? null : texts["clock.moved", Math.Round(clock.Offset.TotalHours, 1)].Value;
}
