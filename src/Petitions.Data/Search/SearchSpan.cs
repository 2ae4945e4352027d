namespace Petitions.Data.Search;

/// <summary>Where in time a search looks.</summary>
public sealed record SearchSpan
{
    /// <summary>Go on after this one.</summary>
    public SearchHit? After { get; init; }

    /// <summary>Received at or after.</summary>
    public DateTime? From { get; init; }

    /// <summary>Received before.</summary>
    public DateTime? Before { get; init; }

    /// <summary>Somebody waits for all of it: more time for the step that has no month.</summary>
    public bool Patient { get; init; }
}
