namespace Petitions.Bench;

/// <summary>A call of the morning: which desk pressed its button, when, and which ticket that called.</summary>
public sealed record LivePress(int Desk, long At, int Ticket)
{
    /// <summary>Every other desk works at the other node.</summary>
    public int Node => Desk % 2;
}
