namespace Petitions.Services.JointVisits;

/// <summary>A file of a joint visit in a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">As typed, cleaned.</param>
/// <param name="Length">Bytes.</param>
/// <param name="SeatId">Whose guest brought it.</param>
/// <param name="MeasureId">The measure it proves.</param>
/// <param name="Shared">Guests may open it.</param>
/// <param name="Openable">The scanner has nothing against it.</param>
/// <param name="At">When it came.</param>
public sealed record JointPaperLine(Guid Id, string Name, long Length, Guid? SeatId, Guid? MeasureId, bool Shared, bool Openable, DateTime At);
