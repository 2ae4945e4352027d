using Petitions.Domain.JointVisits;

namespace Petitions.Services.JointVisits;

/// <summary>A paragraph of the minutes as pages show it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">Which part.</param>
/// <param name="SeatId">Whose view.</param>
/// <param name="Text">As it stands.</param>
/// <param name="HeldBy">Who writes it now.</param>
/// <param name="Mine">The reader holds it.</param>
/// <param name="WrittenBy">Who wrote it last.</param>
/// <param name="WrittenAt">And when.</param>
/// <param name="Version">What a writer has seen.</param>
public sealed record JointParagraphLine(Guid Id, ParagraphKind Kind, Guid? SeatId, string Text, string? HeldBy, bool Mine, string? WrittenBy, DateTime? WrittenAt, int Version);
