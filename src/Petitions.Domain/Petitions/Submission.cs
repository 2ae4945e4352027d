namespace Petitions.Domain.Petitions;

/// <summary>
/// The random key of one filled-in form and the matter made of it. The key is the row's identity, so a double click, a
/// retry or two nodes at once make one matter (security.md A5).
/// </summary>
public sealed class Submission
{
    /// <summary>A repeat within this time shows the query code again.</summary>
    public static readonly TimeSpan CodeShownFor = TimeSpan.FromHours(24);

    private Submission()
    {
    }

    public Guid Key { get; private set; }

    public Guid PetitionId { get; private set; }

    public DateTime At { get; private set; }

    public static Submission Of(Guid key, Petition petition)
    {
        Rule.Require(key != Guid.Empty, "petition.submission-key");
        return new Submission { Key = key, PetitionId = petition.Id, At = petition.ReceivedAt };
    }

    public bool ShowsCode(DateTime now) => now < At + CodeShownFor;
}
