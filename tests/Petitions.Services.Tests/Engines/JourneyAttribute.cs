using Xunit.Sdk;

namespace Petitions.Services.Tests.Engines;

/// <summary>A theory that an everyday run does every second day, and a whole run always. Where it is not done it is not counted either.</summary>
/// <param name="turn">Which of the two days: 0 or 1; or a constant of <see cref="EverydayTurn"/>.</param>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Petitions.Services.Tests.Engines.JourneyDiscoverer", "Petitions.Services.Tests")]
public sealed class JourneyAttribute(int turn) : TheoryAttribute
{
    public int Turn { get; } = turn;
}
