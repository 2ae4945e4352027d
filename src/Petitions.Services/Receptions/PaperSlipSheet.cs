namespace Petitions.Services.Receptions;

/// <summary>The numbers of one pad, to be printed.</summary>
public sealed record PaperSlipSheet(Guid ServicePointId, int First, int Last);
