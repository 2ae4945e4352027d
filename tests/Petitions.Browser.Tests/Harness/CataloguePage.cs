namespace Petitions.Browser.Tests.Harness;

/// <summary>One page of the crawl.</summary>
/// <param name="Path">Address on the portal.</param>
/// <param name="Audience">Citizen, Desk, Casework, Supervision, Inspection, Openness, Admin or Staff.</param>
/// <param name="Role">Demo account that may open it; null for a page that is open to all.</param>
public sealed record CataloguePage(string Path, string Audience, string? Role = null)
{
    /// <summary>The status that is right for this page (error pages are pages too).</summary>
    public int Status { get; init; } = 200;

    /// <summary>Bytes over the wire that this page may take, where the audience's budget does not fit.</summary>
    public int? Budget { get; init; }

    /// <summary>Calling screens and letters: no header, no footer, no skip link.</summary>
    public bool Bare { get; init; }

    /// <summary>The first link found so on the page is the page that is looked at: details have no fixed address.</summary>
    public string? Follow { get; init; }

    /// <summary>On the page that was followed, the link that leads on to the one that is looked at: pages two steps below a list.</summary>
    public string? Onward { get; init; }

    /// <summary>Put behind the address that was followed: pages of a detail.</summary>
    public string Then { get; init; } = "";

    public bool IsCitizen => Audience == "Citizen";

    public bool HasElderMode => IsCitizen;

    public override string ToString() => $"{Path}{(Follow is null ? "" : " > " + Follow)}{(Onward is null ? "" : " > " + Onward)}{Then}{(Role is null ? "" : " as " + Role)}";
}
