namespace Petitions.Services.Indicators;

/// <summary>A matter behind a figure.</summary>
public sealed record IndicatorRow(string Number, string Title, DateOnly Day, bool Hit, bool Extended, string Apart, Guid TopicId);
