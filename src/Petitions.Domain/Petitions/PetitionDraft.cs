namespace Petitions.Domain.Petitions;

/// <summary>
/// Answers of a form that is not filed yet: encrypted, found by a random cookie of which only the hash is stored, gone
/// after its life. It is no petition and stands in no register.
/// </summary>
public sealed class PetitionDraft
{
    public const int AnswersMax = 400_000;

    private PetitionDraft()
    {
    }

    public Guid Id { get; private set; }

    public byte[] TokenHash { get; private set; } = [];

    /// <summary>Set when the citizen pressed "save and continue later".</summary>
    public byte[]? ReturnCodeHash { get; private set; }

    /// <summary>Encrypted JSON.</summary>
    public string Answers { get; private set; } = "";

    public DateTime SavedAt { get; private set; }

    public DateTime ExpiresAt { get; private set; }

    public static PetitionDraft Begin(byte[] tokenHash, string encryptedAnswers, TimeSpan life, DateTime now)
    {
        var draft = new PetitionDraft { Id = Guid.CreateVersion7(new DateTimeOffset(now)), TokenHash = tokenHash };
        draft.Save(encryptedAnswers, life, now);
        return draft;
    }

    public void Save(string encryptedAnswers, TimeSpan life, DateTime now)
    {
        Answers = Rule.RequireText(encryptedAnswers, AnswersMax, "draft.too-long");
        SavedAt = now;
        ExpiresAt = now + life;
    }

    public void GiveReturnCode(byte[] hash) => ReturnCodeHash = hash;

    /// <summary>Another device took it up: the old cookie opens nothing any more.</summary>
    public void Reopen(byte[] tokenHash) => TokenHash = tokenHash;
}
