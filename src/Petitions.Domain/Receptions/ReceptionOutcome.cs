namespace Petitions.Domain.Receptions;

/// <summary>How a visit ended. Nobody leaves without one (domain.md row 25, seed feature 23).</summary>
public enum ReceptionOutcome
{
    /// <summary>A petition was registered (登记信访).</summary>
    PetitionRegistered,

    /// <summary>Something was added to a running matter (补充已有事项).</summary>
    AddedToMatter,

    /// <summary>A question was answered (解答咨询).</summary>
    EnquiryAnswered,

    /// <summary>Facts, law and reasons were explained (释法说理).</summary>
    Explained,

    /// <summary>Shown the right organ (引导至有权机关).</summary>
    Referred,

    /// <summary>Told where the matter stands (告知进度).</summary>
    ProgressTold,

    /// <summary>Papers were handed over or taken in (收交材料).</summary>
    PapersExchanged,

    /// <summary>Left before being heard (未接待离开).</summary>
    LeftUnheard,

    /// <summary>Another outcome; the note says which (其他).</summary>
    Other,
}
