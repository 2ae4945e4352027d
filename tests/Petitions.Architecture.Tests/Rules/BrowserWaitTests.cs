using System.Text.RegularExpressions;
using Petitions.Architecture.Tests.Repository;

namespace Petitions.Architecture.Tests.Rules;

/// <summary>
/// Browser tests ask whether a page is there (Harness/Arrivals.cs). The driver's own waiting misses its event on a busy
/// machine and then waits in vain. Planted breach: a wait for the load state in a journey, found.
/// </summary>
public sealed partial class BrowserWaitTests
{
    [Fact]
    public void BrowserTests_WaitForAPage_ByAskingOnly()
    {
        var files = Repo.Files("tests/Petitions.Browser.Tests", ".cs").ToList();

        var findings = files.Where(file => Listens(Repo.Read(file))).Select(file => $"{file} waits for an event of the driver; use LoadedAsync, ArrivedAsync or FollowAsync");

        Findings.AssertNone(files.Count, findings);
    }

    [Theory]
    [InlineData("await page.WaitForLoadStateAsync();", true)]
    [InlineData("await page.WaitForURLAsync(\"**/done\");", true)]
    [InlineData("await page.RunAndWaitForNavigationAsync(act);", true)]
    [InlineData("await page.LoadedAsync();", false)]
    public void Scanner_Planted_IsSeen(string source, bool expected) => Assert.Equal(expected, Listens(source));

    private static bool Listens(string source) => DriverWait().IsMatch(CSharpText.Parse(source).Code);

    [GeneratedRegex(@"\b(WaitForLoadState|WaitForURL|RunAndWaitForNavigation|WaitForNavigation)(Async)?\b")]
    private static partial Regex DriverWait();
}
