namespace Petitions.Domain.Indicators;

/// <summary>How far the roll-up has read the log. Two nodes: the one that moves it first has done the work.</summary>
public sealed class IndicatorCursor
{
    private IndicatorCursor()
    {
    }

    public int Id { get; private set; }

    public DateTime ReadUpTo { get; private set; }

    public int Version { get; private set; }

    public static IndicatorCursor Start() => new() { Id = 1, ReadUpTo = DateTime.UnixEpoch, Version = 1 };

    public void Advance(DateTime upTo)
    {
        ReadUpTo = upTo;
        Version++;
    }
}
