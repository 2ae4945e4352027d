namespace Petitions.Domain.Petitions;

/// <summary>An internal note, a contact with the petitioner or a check of facts by the handler. Never shown outside.</summary>
public sealed class CaseNote
{
    public const int TextMax = 4_000;

    private CaseNote()
    {
    }

    public Guid Id { get; private set; }

    public Guid PetitionId { get; private set; }

    public CaseNoteKind Kind { get; private set; }

    public string Text { get; private set; } = "";

    public Guid By { get; private set; }

    public DateTime At { get; private set; }

    public static CaseNote Write(Guid petitionId, CaseNoteKind kind, string text, Guid by, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(new DateTimeOffset(now)),
        PetitionId = petitionId,
        Kind = kind,
        Text = Rule.RequireText(text, TextMax, "note.text"),
        By = by,
        At = now,
    };
}
