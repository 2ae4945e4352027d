namespace Petitions.Services.Appointments;

/// <summary>The leaders' rota of the person's offices.</summary>
/// <param name="Year">The year that is counted.</param>
/// <param name="Quota">Half-days a year (LEADER_RECEPTION_12).</param>
/// <param name="Counts">Leaders by name with their half-days; no ranking.</param>
/// <param name="Coming">The next weeks.</param>
/// <param name="Unrecorded">Over, and nobody wrote down who sat.</param>
/// <param name="Recorded">Written down in the past weeks, the latest first; a mistake is corrected from there.</param>
/// <param name="Colleagues">Who may have stood in.</param>
public sealed record LeaderRota(int Year, int Quota, IReadOnlyList<LeaderCount> Counts, IReadOnlyList<RotaLine> Coming, IReadOnlyList<RotaLine> Unrecorded, IReadOnlyList<RotaLine> Recorded, IReadOnlyList<LeaderName> Colleagues);
