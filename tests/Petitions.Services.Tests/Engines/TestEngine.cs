namespace Petitions.Services.Tests.Engines;

/// <summary>The database engine that this test process runs on.</summary>
public enum TestEngine
{
    Sqlite,
    Postgres,
}
