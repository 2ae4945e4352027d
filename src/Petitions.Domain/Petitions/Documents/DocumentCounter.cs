namespace Petitions.Domain.Petitions.Documents;

/// <summary>Last serial of one office, word and year. Its value is the concurrency token: numbers have no gap and no double.</summary>
public sealed class DocumentCounter
{
    private DocumentCounter()
    {
    }

    public Guid OfficeId { get; private set; }

    public string Word { get; private set; } = "";

    public int Year { get; private set; }

    public int Last { get; private set; }

    public static DocumentCounter Start(Guid officeId, string word, int year) => new() { OfficeId = officeId, Word = word, Year = year };

    public int Next() => ++Last;
}
