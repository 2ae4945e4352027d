namespace Petitions.Domain.Receptions;

/// <summary>How a transcript was confirmed by the visitor.</summary>
public enum SignatureWay
{
    /// <summary>Signed by hand on paper, which is kept (纸面签名).</summary>
    OnPaper,

    /// <summary>Thumb print on paper (捺印).</summary>
    ThumbPrint,

    /// <summary>Would not sign; the reason is noted (拒绝签名).</summary>
    Refused,
}
