using Microsoft.Playwright;

namespace Petitions.Browser.Tests.Harness;

/// <summary>
/// Tab, arrows, space and Enter only (UX-031). Every stop on the way must show where the focus is: on the screen, with an
/// outline of 2 px or more that stands out by 3:1 from what lies behind it (WCAG 2.2 2.4.7, 2.4.11, 2.4.13).
/// </summary>
internal sealed class KeyboardHand(List<string> faults) : Hand
{
    /// <summary>No page has more stops; beyond it the control cannot be reached.</summary>
    private const int MostStops = 400;

    private const string Stop = """
        (target) => {
          const e = document.activeElement;
          if (!e || e === document.body || e.id === "main" || e.id === "error-summary") { return [e === target ? "here" : "", ""]; }
          const name = `${e.tagName.toLowerCase()}#${e.id} "${(e.textContent || e.name || "").trim().slice(0, 20)}"`;
          const style = getComputedStyle(e);
          const box = e.getBoundingClientRect();
          const light = (rgb) => rgb.map((v) => v / 255).map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
            .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
          const parts = (colour) => (colour.match(/[\d.]+/g) || []).map(Number);
          let behind = [255, 255, 255];
          for (let p = e.parentElement; p; p = p.parentElement) {
            const c = parts(getComputedStyle(p).backgroundColor);
            if (c.length === 3 || c[3] === 1) { behind = c.slice(0, 3); break; }
          }
          const ratio = (colour) => {
            const [a, b] = [light(parts(colour).slice(0, 3)), light(behind)].sort((x, y) => y - x);
            return (a + 0.05) / (b + 0.05);
          };
          const ring = (style.boxShadow.match(/rgba?\([^)]*\)/) || ["rgb(255, 255, 255)"])[0];
          let fault = "";
          if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) { fault = `no outline on ${name}`; }
          else if (Math.max(ratio(style.outlineColor), ratio(ring)) < 3) { fault = `a focus of ${style.outlineColor} and ${ring} on rgb(${behind}): ${name}`; }
          else if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) { fault = `a focus off the screen: ${name}`; }
          return [e === target ? "here" : "", fault];
        }
        """;

    public override async Task FillAsync(ILocator field, string text)
    {
        await ReachAsync(field);
        await field.Page.Keyboard.PressAsync("Control+A");
        await field.Page.Keyboard.PressAsync("Delete");
        await field.Page.Keyboard.InsertTextAsync(text);
    }

    public override async Task CheckAsync(ILocator choice)
    {
        await ReachAsync(choice);
        if (!await choice.IsCheckedAsync())
        {
            await choice.Page.Keyboard.PressAsync("Space");
        }

        Assert.True(await choice.IsCheckedAsync(), $"{choice} cannot be chosen with the keyboard.");
    }

    public override async Task SelectAsync(ILocator list, string value)
    {
        await ReachAsync(list);
        await list.Page.Keyboard.PressAsync("Home");
        for (var step = 0; step < MostStops && await list.InputValueAsync() != value; step++)
        {
            await list.Page.Keyboard.PressAsync("ArrowDown");
        }

        Assert.Equal(value, await list.InputValueAsync());
    }

    public override async Task UnfoldAsync(ILocator summary)
    {
        await ReachAsync(summary);
        await summary.Page.Keyboard.PressAsync("Enter");
    }

    public override async Task PressAsync(ILocator control)
    {
        await ReachAsync(control);
        await control.Page.LeaveAsync(() => control.Page.Keyboard.PressAsync("Enter"));
    }

    /// <summary>Tabs on until the focus is there; within a group of radios the arrows lead on.</summary>
    private async Task ReachAsync(ILocator control)
    {
        var page = control.Page;
        var target = await control.ElementHandleAsync();
        for (var stop = 0; stop < MostStops; stop++)
        {
            var look = await page.EvaluateAsync<string[]>(Stop, target);
            if (look[1].Length > 0 && !faults.Contains(look[1]))
            {
                faults.Add(look[1]);
            }

            if (look[0] == "here")
            {
                return;
            }

            var amongRadios = await page.EvaluateAsync<bool>(
                "(target) => target.type === 'radio' && document.activeElement.type === 'radio' && document.activeElement.name === target.name && document.activeElement.form === target.form", target);
            await page.Keyboard.PressAsync(amongRadios ? "ArrowDown" : "Tab");
        }

        Assert.Fail($"{control} cannot be reached with the keyboard on {page.Url}.");
    }
}
