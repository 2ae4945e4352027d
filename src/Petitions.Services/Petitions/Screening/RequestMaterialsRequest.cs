namespace Petitions.Services.Petitions.Screening;

/// <summary>The full list, told once; without a date the limit of MATERIALS_SUPPLY_15D holds.</summary>
public sealed record RequestMaterialsRequest(string Number, string Items, DateOnly? Until = null);
