using Xunit.Abstractions;
using Xunit.Sdk;

namespace Petitions.Services.Tests.Engines;

/// <summary>Finds a <see cref="JourneyAttribute"/> on its day.</summary>
public sealed class JourneyDiscoverer(IMessageSink sink) : IXunitTestCaseDiscoverer
{
    private readonly TheoryDiscoverer theories = new(sink);

    public IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        WholeRun.Is || EverydayTurn.Is((int)factAttribute.GetConstructorArguments().Single(), EverydayTurn.Today)
            ? theories.Discover(discoveryOptions, testMethod, factAttribute)
            : [];
}
