namespace Petitions.Bench;

/// <summary>Where a page that renews itself is looked at.</summary>
public enum LiveKind
{
    Screen,
    Phone,
    Desk,
}
