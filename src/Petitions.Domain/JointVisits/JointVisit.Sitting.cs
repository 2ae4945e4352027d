using System.Text.Json;
using Petitions.Domain.Facts;

namespace Petitions.Domain.JointVisits;

/// <summary>The sitting and what follows: attendance, minutes, signatures, measures.</summary>
public sealed partial class JointVisit
{
    public const int AttendanceMax = 40_000;
    public const int DigestLength = 64;

    public DateTime? StartedAt { get; private set; }

    public DateTime? HeldAt { get; private set; }

    /// <summary>Attendance as it was when the sitting ended: canonical JSON, never written again.</summary>
    public string? AttendanceJson { get; private set; }

    /// <summary>Which reading of the minutes is signed: 1, and one more after each correction.</summary>
    public int Round { get; private set; }

    /// <summary>Of the minutes that are being signed; null while they may still be written.</summary>
    public string? MinutesDigest { get; private set; }

    public DateTime? MinutesConfirmedAt { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    /// <summary>Minutes, agenda and measures may be written.</summary>
    public bool MayWrite => StartedAt is not null && MinutesDigest is null && State is JointVisitState.Called or JointVisitState.Held;

    public IReadOnlyList<AttendanceLine> Attendance =>
        AttendanceJson is null ? [] : JsonSerializer.Deserialize<List<AttendanceLine>>(AttendanceJson, CanonicalJson.Options) ?? [];

    /// <exception cref="RuleBrokenException">joint.wrong-state, joint.too-early.</exception>
    public void Start(DateTime now)
    {
        Rule.Require(State == JointVisitState.Called && StartedAt is null, "joint.wrong-state");
        // On its day: half an hour early is no other day.
        Rule.Require(Clocks.ChinaTime.DateOf(now) >= Day, "joint.too-early");
        StartedAt = now;
        Round = 1;
        Version++;
    }

    /// <exception cref="RuleBrokenException">joint.wrong-state, joint.seat-unknown, joint.absence-reason.</exception>
    public void Tick(Guid seatId, SeatPresence presence, string? reason, DateTime now)
    {
        Rule.Require(State == JointVisitState.Called && StartedAt is not null, "joint.wrong-state");
        Seat(seatId).Tick(presence, reason, now);
        Version++;
    }

    /// <summary>Ends the sitting and freezes who was there (journey J8 f).</summary>
    /// <exception cref="RuleBrokenException">joint.wrong-state, joint.attendance.</exception>
    public JointVisitHeld Hold(DateTime now)
    {
        var to = JointVisitMoves.Require(State, "Hold");
        Rule.Require(StartedAt is not null, "joint.wrong-state");
        Rule.Require(seats.TrueForAll(seat => seat.Presence != SeatPresence.Unknown), "joint.attendance");
        AttendanceJson = JsonSerializer.Serialize(seats.OrderBy(seat => seat.Kind).ThenByDescending(seat => seat.Role == SeatRole.Host).ThenBy(seat => seat.Id).Select(Frozen).ToList(), CanonicalJson.Options);
        Rule.Require(TextLength.CodePoints(AttendanceJson) <= AttendanceMax, "joint.seats-most");
        (State, HeldAt) = (to, now);
        Version++;
        return new JointVisitHeld(Id, MinutesText.DigestOf(AttendanceJson), seats.Count(seat => seat.Presence == SeatPresence.Present), seats.Count(seat => seat.Presence == SeatPresence.Absent));
    }

    /// <summary>Refuses to write minutes that are closed or not begun.</summary>
    /// <exception cref="RuleBrokenException">joint.wrong-state, joint.minutes-signed.</exception>
    public void RequireWritable()
    {
        Rule.Require(StartedAt is not null && State is JointVisitState.Called or JointVisitState.Held, "joint.wrong-state");
        Rule.Require(MinutesDigest is null, "joint.minutes-signed");
    }

    /// <summary>Somebody signs the text that was shown to him. The first signature closes the text.</summary>
    /// <param name="text">The minutes as they stand.</param>
    /// <param name="seatId">Who signs.</param>
    /// <param name="signing">How, and the digest of what was shown.</param>
    /// <param name="there">Signatures of this round.</param>
    /// <param name="takenBy">Who took it.</param>
    /// <param name="now">Moment.</param>
    /// <exception cref="RuleBrokenException">joint.wrong-state, joint.minutes-changed, joint.signed-already, joint.not-a-signer and those of <see cref="JointSignature"/> and <see cref="RequireComplete"/>.</exception>
    public JointSignature Sign(MinutesText text, Guid seatId, JointSigning signing, IReadOnlyCollection<JointSignature> there, Guid takenBy, DateTime now)
    {
        Rule.Require(State == JointVisitState.Held, "joint.wrong-state");
        var digest = text.Digest(this);
        Rule.Require(signing.Digest == digest && (MinutesDigest is null || MinutesDigest == digest), "joint.minutes-changed");
        RequireComplete(text);
        var seat = Seat(seatId);
        Rule.Require(seat.Signs && seat.Presence == SeatPresence.Present, "joint.not-a-signer");
        Rule.Require(there.All(signature => signature.SeatId != seatId || signature.Round != Round), "joint.signed-already");
        var signature = JointSignature.Take(this, seat, signing, takenBy, now);
        MinutesDigest = digest;
        Version++;
        return signature;
    }

    /// <summary>Takes signed minutes up again: everybody who signed signs the next reading.</summary>
    /// <exception cref="RuleBrokenException">joint.wrong-state, joint.not-signed.</exception>
    public void ReopenMinutes()
    {
        Rule.Require(State == JointVisitState.Held, "joint.wrong-state");
        Rule.Require(MinutesDigest is not null, "joint.not-signed");
        MinutesDigest = null;
        Round++;
        Version++;
    }

    /// <summary>Seed feature 22: each participant has said what he thinks or is absent with a reason; the petitioner was heard.</summary>
    /// <exception cref="RuleBrokenException">joint.views, joint.words, joint.answer, joint.measure-owner.</exception>
    public void RequireComplete(MinutesText text)
    {
        Rule.Require(SeatsWithoutView(text).Count == 0, "joint.views");
        var heard = seats.Exists(seat => seat is { Kind: SeatKind.Petitioner or SeatKind.Agent, Presence: SeatPresence.Present });
        Rule.Require(!heard || text.Holds(ParagraphKind.PetitionerWords), "joint.words");
        Rule.Require(!heard || text.Holds(ParagraphKind.PetitionerAnswer), "joint.answer");
    }

    /// <summary>Seats whose view is still to be written.</summary>
    public IReadOnlyList<JointSeat> SeatsWithoutView(MinutesText text) =>
        [.. seats.Where(seat => seat.GivesView && seat.Presence != SeatPresence.Absent && !text.HasViewOf(seat.Id))];

    /// <summary>Everybody who was to sign did, or refused with a reason; measures become agreed in the same save.</summary>
    /// <exception cref="RuleBrokenException">joint.wrong-state, joint.not-signed, joint.signatures, joint.minutes-changed and those of <see cref="RequireComplete"/>.</exception>
    public JointMinutesConfirmed ConfirmMinutes(MinutesText text, IReadOnlyCollection<JointSignature> there, DateTime now)
    {
        var to = JointVisitMoves.Require(State, "Confirm");
        RequireComplete(text);
        Rule.Require(MinutesDigest is not null, "joint.not-signed");
        Rule.Require(text.Digest(this) == MinutesDigest, "joint.minutes-changed");
        Rule.Require(seats.Where(seat => seat.Signs && seat.Presence == SeatPresence.Present).All(seat => there.Any(each => each.SeatId == seat.Id && each.Round == Round)), "joint.signatures");
        (State, MinutesConfirmedAt) = (to, now);
        EndCases();
        Version++;
        return new JointMinutesConfirmed(Id, Round, MinutesDigest!);
    }

    /// <summary>Ends it when no agreed measure is open any more.</summary>
    public void FinishWhenDone(IReadOnlyCollection<JointMeasure> measures, DateTime now)
    {
        if (State == JointVisitState.MinutesConfirmed && measures.All(measure => measure.State is MeasureState.Done or MeasureState.Failed))
        {
            (State, ClosedAt) = (JointVisitMoves.Require(State, "Finish"), now);
        }

        Version++;
    }

    private AttendanceLine Frozen(JointSeat seat) => new()
    {
        SeatId = seat.Id,
        Kind = seat.Kind,
        Role = seat.Role,
        Organ = seat.Organ,
        Person = seat.PersonName,
        Place = PlaceOf(seat)?.Name,
        Presence = seat.Presence,
        Reason = seat.AbsenceReason,
        At = seat.PresenceAt!.Value,
    };
}
