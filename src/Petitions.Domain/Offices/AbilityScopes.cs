namespace Petitions.Domain.Offices;

/// <summary>How far an ability reaches (list AbilityScope).</summary>
public static class AbilityScopes
{
    public const string Assigned = "Assigned";
    public const string Department = "Department";
    public const string PetitionDepartment = "PetitionDepartment";
    public const string Office = "Office";
    public const string OwnEntries = "OwnEntries";
    public const string Closed = "Closed";
    public const string UnderReview = "UnderReview";
    public const string NoCaseText = "NoCaseText";
}
