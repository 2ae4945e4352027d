namespace Petitions.Domain.Letters;

public enum LetterFileKind
{
    /// <summary>The letter itself.</summary>
    Scan,

    /// <summary>Its envelope with stamp and postmark, kept apart (RP14-15).</summary>
    Envelope,
}
