namespace Petitions.Web.Errors;

/// <summary>A form that was not heard, without passwords and codes.</summary>
public sealed record Resend(string Action, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    private static readonly HashSet<string> Secrets = new(["Password", "Current", "Next", "Again", "Code", "QueryCode", "MatterCode"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether what was typed in a field is never shown again.</summary>
    public static bool IsSecret(string field) => Secrets.Contains(field[(field.LastIndexOf('.') + 1)..]);
}
