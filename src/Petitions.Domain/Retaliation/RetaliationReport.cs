namespace Petitions.Domain.Retaliation;

/// <summary>
/// A report of retaliation (打击报复): goes straight to the chief and the inspection officers, hidden from the unit
/// concerned (domain.md 3.8; T22-18(4), 46). Its texts are kept encrypted.
/// </summary>
public sealed class RetaliationReport
{
    public const int TextMax = 4_000;
    public const int AnswerMax = 2_000;

    private RetaliationReport()
    {
    }

    public Guid Id { get; private set; }

    public Guid PetitionId { get; private set; }

    /// <summary>Random key of the form: sent twice, it is one report (security.md A5).</summary>
    public Guid SubmissionKey { get; private set; }

    public DateTime ReportedAt { get; private set; }

    public RetaliationSource Source { get; private set; }

    /// <summary>The member of staff it was told to; null when the petitioner wrote it himself.</summary>
    public Guid? TakenBy { get; private set; }

    public string EncryptedText { get; private set; } = "";

    public DateTime? AnsweredAt { get; private set; }

    public Guid? AnsweredBy { get; private set; }

    public string? EncryptedAnswer { get; private set; }

    public int Version { get; private set; }

    /// <param name="petitionId">The matter it is about.</param>
    /// <param name="key">Random key of the form.</param>
    /// <param name="source">Where it is said to come from.</param>
    /// <param name="text">What happened.</param>
    /// <param name="takenBy">Whom it was told to, if anybody.</param>
    /// <param name="protect">Encrypts a text for its column.</param>
    /// <param name="now">Moment.</param>
    /// <exception cref="RuleBrokenException">retaliation.text, retaliation.source.</exception>
    public static (RetaliationReport Report, RetaliationReported Fact) Make(
        Guid petitionId, Guid key, RetaliationSource? source, string? text, Guid? takenBy, Func<string, string> protect, DateTime now)
    {
        text = Rule.RequireText(text, TextMax, "retaliation.text");
        Rule.Require(source is { } known && Enum.IsDefined(known), "retaliation.source");
        var report = new RetaliationReport
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            PetitionId = petitionId,
            SubmissionKey = key,
            ReportedAt = now,
            Source = source!.Value,
            TakenBy = takenBy,
            EncryptedText = protect(text),
            Version = 1,
        };
        return (report, new RetaliationReported(petitionId, report.Id, report.Source, text));
    }

    /// <summary>A leader's instruction says what is done about it; given once.</summary>
    /// <exception cref="RuleBrokenException">retaliation.answered, alert.note.</exception>
    public LeaderInstructionGiven Answer(Guid by, string? instruction, Func<string, string> protect, DateTime now)
    {
        Rule.Require(AnsweredAt is null, "retaliation.answered");
        instruction = Rule.RequireText(instruction, AnswerMax, "alert.note");
        (AnsweredAt, AnsweredBy, EncryptedAnswer) = (now, by, protect(instruction));
        Version++;
        return new LeaderInstructionGiven(PetitionId, Id, instruction);
    }
}
