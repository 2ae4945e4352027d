namespace Petitions.Services.Setup;

/// <summary>A clock the demo seeder sets, so that invented stories lie on the days they tell of.</summary>
internal sealed class DemoClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start;

    public override DateTimeOffset GetUtcNow() => now;

    public void Set(DateTimeOffset time) => now = time;
}
