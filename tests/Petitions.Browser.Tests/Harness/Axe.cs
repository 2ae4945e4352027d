using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Petitions.Browser.Tests.Harness;

/// <summary>
/// axe in the page itself. The package's own way opens a second page for every look, for the sake of frames in other
/// origins; here the policy forbids frames, and a look costs half of it.
/// </summary>
internal static class Axe
{
    private const string Run = """
        async (enhanced) => {
          const found = await axe.run(document, { resultTypes: ["violations"], rules: { "color-contrast-enhanced": { enabled: enhanced } } });
          return found.violations.map((v) => `${v.id}: ${v.help} [${v.nodes.slice(0, 3).map((node) => node.html).join(" | ")}]`);
        }
        """;

    private static readonly Lazy<string> Script = new(() => new BundledAxeScriptProvider().GetScript());

    /// <summary>What is wrong with the page as it stands, a line each.</summary>
    /// <param name="page">The page.</param>
    /// <param name="contrast">Whether 7:1 is asked for, which the high-contrast theme promises (UX-037).</param>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page, bool contrast = false)
    {
        if (await page.EvaluateAsync<bool>("() => typeof axe === 'undefined'"))
        {
            await page.EvaluateAsync(Script.Value);
        }

        return await page.EvaluateAsync<string[]>(Run, contrast);
    }
}
