namespace Petitions.Bench;

/// <summary>A page that renews itself, and when it shows what a press of a button changed.</summary>
public sealed record LivePage
{
    public required LiveKind Kind { get; init; }

    /// <summary>The node that holds its stream: 0 or 1.</summary>
    public required int Node { get; init; }

    /// <summary>What it asks when it is told of a change.</summary>
    public required string Address { get; init; }

    public required string Stream { get; init; }

    /// <summary>It waits so long at most before it asks, so that not all ask at once.</summary>
    public TimeSpan Spread { get; init; }

    /// <summary>The number of a phone's ticket, or which desk it is.</summary>
    public int Own { get; init; }

    /// <summary>What the page shows: numbers of called tickets, or how many are ahead.</summary>
    public IEnumerable<int> Signs(string html) => Kind switch
    {
        LiveKind.Screen => LiveSigns.OfScreen(html),
        LiveKind.Phone => LiveSigns.OfPhone(html),
        _ => LiveSigns.OfQueue(html),
    };

    /// <summary>Not for a phone that was called before, nor for the desk that called: its list is of the others.</summary>
    public bool Concerns(LivePress press) => Kind switch
    {
        LiveKind.Phone => Own >= press.Ticket,
        LiveKind.Desk => Own != press.Desk,
        _ => true,
    };

    /// <summary>Ahead of the phone with ticket n are n - 1 - k once ticket k was called; at its own call nobody is.</summary>
    public bool Shows(LivePress press, int sign) => Kind == LiveKind.Phone ? sign <= Own - 1 - press.Ticket : sign == press.Ticket;
}
