using Petitions.Domain.Facts;

namespace Petitions.Domain.Offices;

/// <summary>Office, department or service point changed (机构变动), with the value before and after.</summary>
public sealed record OfficeChanged(Guid OfficeId, string What, string Code, string? Before, string? After) : Fact(OfficeId);
