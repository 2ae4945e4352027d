using Petitions.Services.Receptions;

namespace Petitions.Web.Areas.Supervision.Models;

/// <summary>What the duty board shows.</summary>
public sealed record DutyNow(IReadOnlyList<HallState> Halls, IReadOnlyList<EmergencyLine> Emergencies);
