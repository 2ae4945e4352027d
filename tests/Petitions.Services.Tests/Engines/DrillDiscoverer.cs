using Xunit.Abstractions;
using Xunit.Sdk;

namespace Petitions.Services.Tests.Engines;

/// <summary>Finds a <see cref="DrillAttribute"/> only where it is to be done.</summary>
public sealed class DrillDiscoverer(IMessageSink sink) : IXunitTestCaseDiscoverer
{
    private readonly FactDiscoverer facts = new(sink);

    public IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute)
    {
        var everyday = (TestEngine)factAttribute.GetConstructorArguments().Single();
        return IsDone(everyday, factAttribute.GetNamedArgument<bool>(nameof(DrillAttribute.OnlyThere)), factAttribute.GetNamedArgument<bool>(nameof(DrillAttribute.WholeRunsOnly)), TestDatabaseServer.Engine, WholeRun.Is)
            ? facts.Discover(discoveryOptions, testMethod, factAttribute)
            : [];
    }

    internal static bool IsDone(TestEngine everyday, bool onlyThere, bool wholeRunsOnly, TestEngine engine, bool whole) =>
        whole ? engine == everyday || !onlyThere : engine == everyday && !wholeRunsOnly;
}
