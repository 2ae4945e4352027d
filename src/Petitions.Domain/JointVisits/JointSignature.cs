using Petitions.Domain.People;
using Petitions.Domain.Receptions;

namespace Petitions.Domain.JointVisits;

/// <summary>A signature under one reading of the minutes, or the refusal, with the digest of the text it stands for. Only ever added.</summary>
public sealed class JointSignature
{
    public const int NoteMax = 500;

    private JointSignature()
    {
    }

    public Guid Id { get; private set; }

    public Guid JointVisitId { get; private set; }

    public int Round { get; private set; }

    public Guid SeatId { get; private set; }

    /// <summary>As the seat was named then.</summary>
    public string SignerName { get; private set; } = "";

    public SignatureWay Way { get; private set; }

    public string? Drawing { get; private set; }

    public string Digest { get; private set; } = "";

    public string? Note { get; private set; }

    public string? Witness { get; private set; }

    public Guid TakenBy { get; private set; }

    public DateTime At { get; private set; }

    /// <exception cref="RuleBrokenException">joint.sign-way, joint.sign-note, joint.sign-witness, transcript.pen.</exception>
    internal static JointSignature Take(JointVisit visit, JointSeat seat, JointSigning signing, Guid takenBy, DateTime now)
    {
        var refused = signing.Way == SignatureWay.Refused;
        // Who led the sitting and will not sign is replaced, not excused.
        Rule.Require(Enum.IsDefined(signing.Way) && !(refused && seat.IsOrgan), "joint.sign-way");
        var note = string.IsNullOrWhiteSpace(signing.Note) ? null : Rule.RequireText(signing.Note, NoteMax, "joint.sign-note");
        Rule.Require(!refused || note is not null, "joint.sign-note");
        return new()
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(now)),
            JointVisitId = visit.Id,
            Round = visit.Round,
            SeatId = seat.Id,
            SignerName = seat.PersonName ?? "",
            Way = signing.Way,
            Drawing = signing.Way == SignatureWay.Pen ? PenDrawing.Parse(signing.Drawing).Write() : null,
            Digest = signing.Digest!,
            Note = note,
            Witness = refused ? Rule.RequireText(signing.Witness, PersonName.Max, "joint.sign-witness") : null,
            TakenBy = takenBy,
            At = now,
        };
    }
}
