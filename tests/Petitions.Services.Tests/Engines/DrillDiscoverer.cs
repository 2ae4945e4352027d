using Xunit.Abstractions;
using Xunit.Sdk;

namespace Petitions.Services.Tests.Engines;

/// <summary>Finds a <see cref="DrillAttribute"/> only where it is to be done.</summary>
public sealed class DrillDiscoverer(IMessageSink sink) : IXunitTestCaseDiscoverer
{
    private readonly FactDiscoverer facts = new(sink);

    public IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute)
    {
        var drill = new Drill(
            (TestEngine)factAttribute.GetConstructorArguments().Single(),
            factAttribute.GetNamedArgument<bool>(nameof(DrillAttribute.OnlyThere)),
            factAttribute.GetNamedArgument<bool>(nameof(DrillAttribute.WholeRunsOnly)),
            factAttribute.GetNamedArgument<int>(nameof(DrillAttribute.Turn)));
        return drill.IsDone(TestDatabaseServer.Engine, WholeRun.Is, EverydayTurn.Today) ? facts.Discover(discoveryOptions, testMethod, factAttribute) : [];
    }

    /// <summary>What the attribute says.</summary>
    internal sealed record Drill(TestEngine Everyday, bool OnlyThere, bool WholeRunsOnly, int Turn)
    {
        public bool IsDone(TestEngine engine, bool whole, int today) =>
            whole ? engine == Everyday || !OnlyThere : engine == Everyday && !WholeRunsOnly && EverydayTurn.Is(Turn, today);
    }
}
