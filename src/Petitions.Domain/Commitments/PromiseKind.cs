namespace Petitions.Domain.Commitments;

/// <summary>What may be promised: a closed list, so that the log can judge the office and no condition can be slipped in.</summary>
public enum PromiseKind
{
    /// <summary>The office speaks with the petitioner.</summary>
    FirstContact,

    /// <summary>A first handler is named.</summary>
    NamedPerson,

    /// <summary>The petitioner is told what happens with the petition.</summary>
    ProceduralReply,

    /// <summary>A written answer on the result, or on how far it has got.</summary>
    WrittenAnswer,

    /// <summary>The petitioner hands in true papers.</summary>
    TruePapers,

    /// <summary>The petitioner does not repeat the same matter or take it elsewhere meanwhile.</summary>
    OneChannel,

    /// <summary>The petitioner keeps order.</summary>
    KeepOrder,
}
