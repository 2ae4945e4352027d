namespace Petitions.Services.Facts;

public enum ReceiptVerdict
{
    /// <summary>One answer for a wrong hash and for a number that does not exist.</summary>
    NoMatch,

    /// <summary>The stored content and the log both give the hash of the receipt.</summary>
    Same,

    /// <summary>The log knows the receipt, but content or log no longer fit it.</summary>
    Altered,
}
