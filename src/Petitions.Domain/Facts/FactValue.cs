namespace Petitions.Domain.Facts;

/// <summary>
/// An erasable text of a fact, kept apart and encrypted. The chain holds only SHA-256(salt + UTF-8 text), so the row may
/// be erased by law and the chain stays whole.
/// </summary>
public sealed class FactValue
{
    private FactValue()
    {
    }

    internal FactValue(Guid factId, string name, byte[] salt, string text)
    {
        FactId = factId;
        Name = name;
        Salt = salt;
        Text = text;
    }

    public Guid FactId { get; private set; }

    /// <summary>Name of the property in the fact's data.</summary>
    public string Name { get; private set; } = "";

    public byte[] Salt { get; private set; } = [];

    /// <summary>The text, encrypted at rest by the column protector; null once erased.</summary>
    public string? Text { get; private set; }

    /// <summary>Replaces the plain text by its stored form, once, when the fact gets its place.</summary>
    public void Encrypt(Func<string, string> protect) => Text = Text is null ? null : protect(Text);

    /// <summary>Erases the text and its salt: afterwards the digest in the chain tells nothing.</summary>
    public void Erase()
    {
        Text = null;
        Salt = [];
    }
}
