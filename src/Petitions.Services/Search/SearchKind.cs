namespace Petitions.Services.Search;

/// <summary>How a search was understood.</summary>
public enum SearchKind
{
    /// <summary>Nothing in it can be searched.</summary>
    Nothing,

    /// <summary>Phrases in the texts.</summary>
    Text,

    /// <summary>Single Chinese characters: only the newest matters are walked.</summary>
    Walk,

    /// <summary>A matter's public number.</summary>
    Number,

    /// <summary>The number of an issued document.</summary>
    Document,

    /// <summary>The number of an identity document.</summary>
    IdNumber,

    /// <summary>A telephone number.</summary>
    Phone,

    /// <summary>A number of a person that stood in an address; asked again by a form.</summary>
    AskAgain,
}
