using Xunit.Sdk;

namespace Petitions.Services.Tests.Engines;

/// <summary>
/// A test with programs of its own, which costs as much as a hundred others. Whole runs do it on both engines; an
/// everyday run on the one engine named, or on none. Where it is not done it is not counted either: nothing is
/// passed off as green.
/// </summary>
/// <param name="everyday">The engine an everyday run does it on.</param>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Petitions.Services.Tests.Engines.DrillDiscoverer", "Petitions.Services.Tests")]
public sealed class DrillAttribute(TestEngine everyday) : FactAttribute
{
    public TestEngine Everyday { get; } = everyday;

    /// <summary>It means nothing on the other engine, so that whole runs leave it out there too.</summary>
    public bool OnlyThere { get; set; }

    /// <summary>An everyday run has no time for it.</summary>
    public bool WholeRunsOnly { get; set; }

    /// <summary>The half of the days an everyday run does it on: 0 or 1; every day unless told.</summary>
    public int Turn { get; set; } = EverydayTurn.EveryDay;
}
