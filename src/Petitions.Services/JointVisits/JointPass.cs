using Petitions.Domain.JointVisits;

namespace Petitions.Services.JointVisits;

/// <summary>A guest's link that opens: its pass, its joint visit and its seat.</summary>
public sealed record JointPass(JointGuestPass Pass, JointVisit Visit, JointSeat Seat, JointMeasure? Measure);
