using Petitions.Domain.People;

namespace Petitions.Domain.Receptions;

/// <summary>
/// One person's signature under one version of a transcript (签名、捺印), or the refusal, with the digest of the text it stands
/// for. Only ever added.
/// </summary>
public sealed class TranscriptSignature
{
    private TranscriptSignature()
    {
    }

    public Guid Id { get; private set; }

    public Guid TranscriptId { get; private set; }

    public SignerRole Role { get; private set; }

    /// <summary>The visitor or the member of staff; all zero for an interpreter.</summary>
    public Guid SignerId { get; private set; }

    public string? SignerName { get; private set; }

    public SignatureWay Way { get; private set; }

    /// <summary>Strokes as drawn, for <see cref="SignatureWay.Pen"/>.</summary>
    public string? Drawing { get; private set; }

    public string Digest { get; private set; } = "";

    public string? Note { get; private set; }

    public string? Witness { get; private set; }

    public Guid TakenBy { get; private set; }

    public DateTime At { get; private set; }

    public bool IsOf(TranscriptSigner signer) => Role == signer.Role && SignerId == signer.Id;

    /// <exception cref="RuleBrokenException">transcript.way, .refusal, .witness, .note, .pen.</exception>
    internal static TranscriptSignature Take(Guid transcriptId, NewSignature signature, Guid staffId, DateTime now)
    {
        var refused = signature.Way == SignatureWay.Refused;
        // An officer who will not sign has not heard it: somebody else does.
        Rule.Require(Enum.IsDefined(signature.Way) && !(refused && signature.Signer.IsStaff), "transcript.way");
        var note = string.IsNullOrWhiteSpace(signature.Note) ? null : Rule.RequireText(signature.Note, Transcript.NoteMax, "transcript.note");
        Rule.Require(!refused || note is not null, "transcript.refusal");
        return new()
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            TranscriptId = transcriptId,
            Role = signature.Signer.Role,
            SignerId = signature.Signer.Id,
            SignerName = signature.Signer.Name,
            Way = signature.Way,
            Drawing = signature.Way == SignatureWay.Pen ? PenDrawing.Parse(signature.Drawing).Write() : null,
            Digest = signature.Digest,
            Note = note,
            Witness = refused ? Rule.RequireText(signature.Witness, PersonName.Max, "transcript.witness") : null,
            TakenBy = staffId,
            At = now,
        };
    }
}
