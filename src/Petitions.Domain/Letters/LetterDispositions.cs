namespace Petitions.Domain.Letters;

/// <summary>Codes of list LetterDisposition: what became of an opened letter (journey J3). A test holds them equal to the list.</summary>
public static class LetterDispositions
{
    public const string NewPetition = "NewPetition";
    public const string Unanswerable = "Unanswerable";
    public const string LinkedAsRepeat = "LinkedAsRepeat";
    public const string TransferDrafted = "TransferDrafted";
    public const string ChiefLetter = "ChiefLetter";
    public const string RiskRaised = "RiskRaised";
    public const string Praise = "Praise";

    public static readonly IReadOnlyList<string> All = [NewPetition, Unanswerable, LinkedAsRepeat, TransferDrafted, ChiefLetter, RiskRaised, Praise];

    /// <summary>Whether the letter is entered in the register of matters: all are (T22-23), but for thanks, which ask for nothing.</summary>
    public static bool Registers(string disposition) => disposition != Praise && All.Contains(disposition);
}
