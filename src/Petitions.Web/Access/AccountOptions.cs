namespace Petitions.Web.Access;

/// <summary>Section <c>Accounts</c>.</summary>
public sealed class AccountOptions
{
    public const string Section = "Accounts";

    /// <summary>Whether every member of staff needs a one-time code. Null means yes in Production, no elsewhere.</summary>
    public bool? RequireTwoFactor { get; init; }
}
