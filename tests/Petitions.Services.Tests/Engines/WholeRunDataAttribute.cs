using System.Reflection;
using Xunit.Sdk;

namespace Petitions.Services.Tests.Engines;

/// <summary>A row of a theory that only whole runs do; beside it stands at least one <see cref="InlineDataAttribute"/> for every day.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class WholeRunDataAttribute(params object[] row) : DataAttribute
{
    public IReadOnlyList<object> Row { get; } = row;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => WholeRun.Is ? [[.. Row]] : [];
}
