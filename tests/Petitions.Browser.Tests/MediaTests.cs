using Microsoft.Playwright;
using Petitions.Browser.Tests.Harness;

namespace Petitions.Browser.Tests;

/// <summary>UX-042: what a person set in his system is respected: his own colours, no movement.</summary>
[Collection(BrowserCollection.Name)]
public sealed class MediaTests(BrowserFixture fixture)
{
    [Theory]
    [InlineData("/petitions/new/guide", null)]
    [InlineData("/screening?state=Screening", "ScreeningOfficer")]
    [InlineData("/cases", "CaseOfficer")]
    public async Task ForcedColours_ShowEveryControlAndTag(string path, string? role)
    {
        await using var watched = await fixture.NewPageAsync(new PageSettings(), role);
        await watched.Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
        await watched.OpenAsync(path);

        // A drawn dot or arrow is a background picture, and those are gone here.
        var lost = await watched.Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll("main input[type=radio], main input[type=checkbox], main select")].filter((e) => getComputedStyle(e).appearance === "none").map((e) => e.id)
              .concat([...document.querySelectorAll("main .pt-tag")].filter((e) => getComputedStyle(e).borderTopStyle === "none").map((e) => e.textContent))
            """);
        var seen = await watched.Page.Locator("main input[type=radio], main select, main .pt-tag").CountAsync();

        Assert.Empty(lost);
        Assert.True(seen > 0, "There is nothing here that could be lost.");
        Assert.Empty(watched.Problems);
    }

    /// <summary>Journey J2 e: in elder mode a citizen's page has one column, also on a wide screen.</summary>
    [Theory]
    [InlineData("/")]
    [InlineData("/petitions/new")]
    [InlineData("/visits/book")]
    public async Task ElderMode_PutsNothingBesideAnythingElse(string path)
    {
        await using var watched = await fixture.NewPageAsync(new PageSettings(Elder: true));
        await watched.OpenAsync(path);

        var beside = await watched.Page.EvaluateAsync<string[]>("""
            () => {
              const blocks = [...document.querySelectorAll("main h1, main h2, main h3, main p, main section, main form, main ul, main dl, main fieldset, main .pt-field, main .btn")]
                .map((e) => ({ e, box: e.getBoundingClientRect() })).filter(({ box }) => box.width > 1 && box.height > 1);
              return blocks.filter(({ e, box }) => blocks.some((other) => other.e !== e && !other.e.contains(e) && !e.contains(other.e)
                && Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top) > 4 && other.box.left >= box.right - 1)).map(({ e }) => `${e.tagName} ${e.textContent.trim().slice(0, 30)}`);
            }
            """);

        Assert.Empty(beside);
    }

    [Theory]
    [InlineData(ReducedMotion.Reduce, false)]
    [InlineData(ReducedMotion.NoPreference, true)]
    public async Task Motion_IsThereOnlyForThoseWhoDoNotMind(ReducedMotion wish, bool moves)
    {
        await using var watched = await fixture.NewPageAsync();
        await watched.Page.EmulateMediaAsync(new() { ReducedMotion = wish });
        await watched.OpenAsync("/petitions/track");

        var moving = await watched.Page.EvaluateAsync<bool>("""
            () => [...document.querySelectorAll("*")].some((e) => {
              const style = getComputedStyle(e);
              return style.animationName !== "none" || style.transitionDuration.split(",").some((time) => parseFloat(time) > 0);
            })
            """);

        Assert.Equal(moves, moving);
    }
}
