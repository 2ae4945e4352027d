namespace Petitions.Services.JointVisits;

/// <summary>Somebody a matter may be reported to.</summary>
/// <param name="Key">Stands in forms.</param>
/// <param name="Kind">PoliticalLegalCommittee of list ExternalOrganKind, or SuperiorOffice.</param>
/// <param name="NameZh">Its name, as it is written on the paper.</param>
/// <param name="NameEn">Its name for pages.</param>
public sealed record EscalationReceiver(string Key, string Kind, string NameZh, string NameEn);
