using Petitions.Domain.Facts;

namespace Petitions.Domain.Letters;

/// <summary>
/// A bag of letters came (收到信件): counts from the day it arrived, whenever it is entered. Once more when somebody else
/// receives it from those who opened it; then it says who and why. The chain is that of the batch.
/// </summary>
public sealed record LetterBatchReceived(
    Guid BatchId, Guid OfficeId, DateOnly ReceivedOn, Guid OpenedBy, Guid? OpenedWith, [property: Erasable] string Place, [property: Erasable] string? LateReason,
    Guid? HandedTo = null, [property: Erasable] string? HandOverReason = null) : Fact(BatchId)
{
    public override DateOnly? CountsFrom => ReceivedOn;
}

/// <summary>Every letter of the bag has its disposition (信件处理完毕): how many of each, codes joined by a bar.</summary>
public sealed record LetterBatchClosed(Guid BatchId, int Letters, string Dispositions, int SetAside) : Fact(BatchId);
