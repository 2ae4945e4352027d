namespace Petitions.Services.Tests.Engines;

/// <summary>A fresh database of one test class. Disposing drops it.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly Func<ValueTask> drop;

    internal TestDatabase(TestEngine engine, string connectionString, Func<ValueTask> drop)
    {
        Engine = engine;
        ConnectionString = connectionString;
        this.drop = drop;
    }

    public TestEngine Engine { get; }

    public string ConnectionString { get; }

    public ValueTask DisposeAsync() => drop();
}
