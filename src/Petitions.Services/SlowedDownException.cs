namespace Petitions.Services;

/// <summary>Too many wrong tries: the next one is heard after the wait. Pages answer 429 with Retry-After.</summary>
public sealed class SlowedDownException(TimeSpan wait) : Exception
{
    public TimeSpan Wait { get; } = wait;
}
