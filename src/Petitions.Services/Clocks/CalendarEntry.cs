using Petitions.Domain.Clocks;

namespace Petitions.Services.Clocks;

/// <summary>What a day is; without a kind it is a plain day of the week.</summary>
public sealed record CalendarEntry(DateOnly Day, CalendarDayKind? Kind, string NameZh, string NameEn, bool Provisional, string Source);
