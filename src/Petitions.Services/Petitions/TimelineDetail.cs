namespace Petitions.Services.Petitions;

/// <summary>What an event of a joint visit or a two-way commitment names beside its kind, as codes and days: the page words it.</summary>
/// <param name="Promise">Which promise it is about.</param>
/// <param name="Number">Number of the agreed measure; registrations or years for which a joint visit was proposed.</param>
/// <param name="Day">The day it names: of the sitting, by which something is due, or until which it holds.</param>
/// <param name="Late">Done after its day.</param>
/// <param name="Cause">Why a joint visit was proposed or a commitment ended; what became of the day a joint visit was called for.</param>
/// <param name="NowOn">The day that stands now, where a joint visit was called for another one since.</param>
public sealed record TimelineDetail(string? Promise, int? Number, DateOnly? Day, bool Late, string? Cause = null, DateOnly? NowOn = null);
