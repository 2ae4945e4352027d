namespace Petitions.Services.Notices;

/// <summary>Where a letter lies: to be printed, printed and to be posted, on its way, come back; and calls to make.</summary>
public enum LetterBox
{
    Open,
    Print,
    Printed,
    Sent,
    Returned,
    Calls,
}
