namespace Petitions.Domain.Receptions;

/// <summary>How somebody confirmed a transcript, or did not.</summary>
public enum SignatureWay
{
    /// <summary>Signed by hand on paper, which is kept (纸面签名).</summary>
    OnPaper,

    /// <summary>Thumb print on paper (捺印).</summary>
    ThumbPrint,

    /// <summary>Would not sign; the reason and who saw it are noted (拒绝签名).</summary>
    Refused,

    /// <summary>Drawn with a pen, a finger or the mouse on the screen (手写签名).</summary>
    Pen,
}
