namespace Petitions.Services.Indicators;

/// <summary>Period and scope of an indicator page, as they stand in its address.</summary>
public sealed record IndicatorScope(DateOnly From, DateOnly To, Guid? Department);
