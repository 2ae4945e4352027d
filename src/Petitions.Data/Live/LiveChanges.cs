namespace Petitions.Data.Live;

/// <summary>Tells whatever is kept in memory about a hall or an office that it changed, on this node or on another.</summary>
public sealed class LiveChanges
{
    public event Action<Guid>? Changed;

    public void Say(Guid topic) => Changed?.Invoke(topic);
}
