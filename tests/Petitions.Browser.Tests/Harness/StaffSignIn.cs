namespace Petitions.Browser.Tests.Harness;

/// <summary>Signs in as the demo account of a role through the real sign-in page, as a person does.</summary>
internal static class StaffSignIn
{
    public static async Task AsAsync(WatchedPage page, string role)
    {
        await page.OpenAsync("/staff/sign-in", until: Microsoft.Playwright.WaitUntilState.DOMContentLoaded);
        await page.Page.Locator("input[name='UserName']").FillAsync(role);
        await page.Page.Locator("input[name='Password']").FillAsync(DemoPassword);
        await page.Page.Locator("main form button[type='submit']").ClickAsync();
        await page.Page.ArrivedAsync(url => !url.Contains("/staff/sign-in", StringComparison.Ordinal));
    }

    // The password of every invented account in Development; it opens nothing anywhere else.
    private static string DemoPassword => Environment.GetEnvironmentVariable("PETITIONS_DEMO_PASSWORD") ?? "Petitions-Demo-2026";
}
