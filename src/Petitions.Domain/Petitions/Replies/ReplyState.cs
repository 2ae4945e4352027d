namespace Petitions.Domain.Petitions.Replies;

/// <summary>Where a reply stands.</summary>
public enum ReplyState
{
    Draft,
    Submitted,
    Returned,
    Approved,
    Sent,
    Recalled,
}
