namespace Petitions.Services.Tests.Documents;

/// <summary>The Chromium that tests print with.</summary>
public static class TestChromium
{
    /// <exception cref="InvalidOperationException">There is none on this machine.</exception>
    public static string Path => new[] { Environment.GetEnvironmentVariable("PETITIONS_TEST_CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }
        .FirstOrDefault(path => path is not null && File.Exists(path)) ?? throw new InvalidOperationException("These tests need a Chromium: name it in PETITIONS_TEST_CHROMIUM.");
}
