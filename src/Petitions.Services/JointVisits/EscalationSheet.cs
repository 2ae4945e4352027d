namespace Petitions.Services.JointVisits;

/// <summary>Escalations of one matter, and what the person may do.</summary>
/// <param name="PetitionId">The matter.</param>
/// <param name="Number">Its number.</param>
/// <param name="Receivers">To whom it may be reported; never the unit complained of.</param>
/// <param name="Lines">Newest first.</param>
/// <param name="MayPropose">None waits, and the person may.</param>
/// <param name="MaySend">The person sends and records answers.</param>
public sealed record EscalationSheet(Guid PetitionId, string Number, IReadOnlyList<EscalationReceiver> Receivers, IReadOnlyList<EscalationLine> Lines, bool MayPropose, bool MaySend);
