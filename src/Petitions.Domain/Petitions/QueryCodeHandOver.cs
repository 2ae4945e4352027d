namespace Petitions.Domain.Petitions;

/// <summary>
/// A new query code given into the petitioner's own hand (当面交付查询码): where a liaison person handed the matter in and so
/// never saw the code, or where it was lost. The code before opens nothing from then on. Who gave it, when and why; the
/// code itself stands nowhere. Append-only.
/// </summary>
public sealed class QueryCodeHandOver
{
    public const int ReasonMax = 200;

    /// <summary>Scope of the fact: the petitioner's own code, unlike one for somebody he trusts.</summary>
    public const string Own = "Petitioner";

    private QueryCodeHandOver()
    {
    }

    public Guid Id { get; private set; }

    public Guid PetitionId { get; private set; }

    /// <summary>Random key of the form: sent twice, it gives no second code (security.md A5).</summary>
    public Guid SubmissionKey { get; private set; }

    public Guid GivenBy { get; private set; }

    public DateTime GivenAt { get; private set; }

    public string Reason { get; private set; } = "";

    /// <param name="petition">Its code is replaced.</param>
    /// <param name="key">Random key of the form.</param>
    /// <param name="codeHash">Keyed hash of the new code.</param>
    /// <param name="shown">The person showed who he is.</param>
    /// <param name="reason">Why a new code.</param>
    /// <param name="staffId">Who gives it.</param>
    /// <param name="now">When.</param>
    /// <exception cref="RuleBrokenException">code.shown, code.reason, code.anonymous, petition.submission-key.</exception>
    public static (QueryCodeHandOver Given, AccessGranted Fact) Give(Petition petition, Guid key, byte[] codeHash, bool shown, string? reason, Guid staffId, DateTime now)
    {
        Rule.Require(key != Guid.Empty, "petition.submission-key");
        Rule.Require(shown, "code.shown");
        // Whoever filed without a name has nothing to show but the code.
        Rule.Require(petition.IdentityMode != "Anonymous", "code.anonymous");
        var given = new QueryCodeHandOver
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            PetitionId = petition.Id,
            SubmissionKey = key,
            GivenBy = staffId,
            GivenAt = now,
            Reason = Rule.RequireText(reason, ReasonMax, "code.reason"),
        };
        petition.ReplaceQueryCode(codeHash);
        return (given, new AccessGranted(petition.Id, given.Id, Own, DateOnly.MaxValue));
    }
}
