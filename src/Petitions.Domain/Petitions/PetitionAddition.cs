namespace Petitions.Domain.Petitions;

/// <summary>Text the petitioner added after filing. Shown beside the original with its own date.</summary>
public sealed class PetitionAddition
{
    public const int TextMax = 5_000;

    private PetitionAddition()
    {
    }

    public Guid Id { get; private set; }

    public Guid PetitionId { get; private set; }

    public DateTime At { get; private set; }

    public string Text { get; private set; } = "";

    internal static PetitionAddition Create(Guid petitionId, string text, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(new DateTimeOffset(now)),
        PetitionId = petitionId,
        At = now,
        Text = Rule.RequireText(text, TextMax, "petition.addition"),
    };
}
