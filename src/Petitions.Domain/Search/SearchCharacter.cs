namespace Petitions.Domain.Search;

/// <summary>What a character is to the search.</summary>
internal enum SearchCharacter
{
    /// <summary>Ends a run: punctuation, space, symbol.</summary>
    Break,
    Han,
    Word,

    /// <summary>Not there at all.</summary>
    Nothing,
}
