using Microsoft.Playwright;

namespace Petitions.Browser.Tests.Harness;

/// <summary>How a person works a page: with a pointer, or with the keyboard alone.</summary>
internal abstract class Hand
{
    public static Hand Pointer { get; } = new PointerHand();

    public abstract Task FillAsync(ILocator field, string text);

    /// <summary>Ticks a box or chooses a radio.</summary>
    public abstract Task CheckAsync(ILocator choice);

    public abstract Task SelectAsync(ILocator list, string value);

    /// <summary>Opens what is folded on the same page.</summary>
    public abstract Task UnfoldAsync(ILocator summary);

    /// <summary>Presses a button or follows a link, and waits for the page that comes.</summary>
    public abstract Task PressAsync(ILocator control);

    private sealed class PointerHand : Hand
    {
        public override Task FillAsync(ILocator field, string text) => field.FillAsync(text);

        public override Task CheckAsync(ILocator choice) => choice.CheckAsync();

        public override Task SelectAsync(ILocator list, string value) => list.SelectOptionAsync(value);

        public override Task UnfoldAsync(ILocator summary) => summary.ClickAsync();

        public override Task PressAsync(ILocator control) => control.FollowAsync();
    }
}
