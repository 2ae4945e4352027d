namespace Petitions.Domain.Files;

/// <summary>How the copy that is handed out was made from what was sent (security.md C4).</summary>
public enum CopyState
{
    /// <summary>A picture drawn anew: no place, device, date or author is left in it.</summary>
    Reencoded,

    /// <summary>Author and other particulars taken out.</summary>
    Stripped,

    /// <summary>The same bytes; nothing could or needed to be taken out.</summary>
    AsIs,
}
