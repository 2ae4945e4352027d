namespace Petitions.Domain.Offices;

/// <summary>
/// The acting person with everything a query needs to decide what he may see. Made once per request; services receive
/// it as an argument and never read the HTTP context.
/// </summary>
public sealed record Actor
{
    public static readonly Actor System = new() { Kind = ActorKind.System };

    public required ActorKind Kind { get; init; }

    /// <summary>The member of staff; null for the system and for citizens, who are never tracked.</summary>
    public Guid? StaffId { get; init; }

    /// <summary>Name as compared with respondents (<c>PersonName.Key</c>).</summary>
    public string? NameKey { get; init; }

    public Guid? OfficeId { get; init; }

    public Guid? DepartmentId { get; init; }

    /// <summary>Own department and every department above it: naming one of them walls the person.</summary>
    public IReadOnlyList<Guid> DepartmentLine { get; init; } = [];

    public IReadOnlyList<AbilityGrant> Grants { get; init; } = [];

    /// <summary>The one matter a citizen opened with number and query code.</summary>
    public Guid? PetitionId { get; init; }

    public static Actor Citizen(Guid? petitionId = null) => new() { Kind = ActorKind.Citizen, PetitionId = petitionId };

    public bool Can(string ability) => Grants.Any(grant => grant.Ability == ability);

    /// <summary>Offices in which some ability reaches every matter.</summary>
    public IReadOnlyList<Guid> WholeOffices => OfficesWith(AbilityScopes.Office);

    /// <summary>Offices whose intake (registered, in screening, ended without acceptance) is open to the person.</summary>
    public IReadOnlyList<Guid> IntakeOffices => OfficesWith(AbilityScopes.PetitionDepartment);

    /// <summary>Offices whose closed files are open to the person.</summary>
    public IReadOnlyList<Guid> ClosedFileOffices => OfficesWith(AbilityScopes.Closed);

    /// <summary>Departments whose matters are open to the person.</summary>
    public IReadOnlyList<Guid> WholeDepartments => [.. Grants
        .Where(grant => grant.Scope == AbilityScopes.Department && grant.DepartmentId is not null)
        .Select(grant => grant.DepartmentId!.Value).Distinct()];

    /// <summary>Offices in which the person holds one of the abilities.</summary>
    public IReadOnlyList<Guid> OfficesFor(params IReadOnlyList<string> abilities) =>
        [.. Grants.Where(grant => abilities.Contains(grant.Ability)).Select(grant => grant.OfficeId).Distinct()];

    private IReadOnlyList<Guid> OfficesWith(string scope) =>
        [.. Grants.Where(grant => grant.Scope == scope).Select(grant => grant.OfficeId).Distinct()];
}
