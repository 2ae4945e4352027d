namespace Petitions.Web.Tests.Api;

/// <summary>Bodies of the petition API as another system would send them.</summary>
internal static class ApiBodies
{
    public static Dictionary<string, object?> Petition(string text = "No answer since October.") => new()
    {
        ["category"] = "Complaint",
        ["text"] = text,
        ["request"] = "Please look into it.",
        ["officeCode"] = "D990101",
        ["petitioner"] = new Dictionary<string, object?> { ["identityMode"] = "Anonymous" },
    };
}
