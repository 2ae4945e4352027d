namespace Petitions.Web.Filing;

/// <summary>A category with the key of its legal basis; <paramref name="Elsewhere"/> when another organ is probably competent.</summary>
public sealed record GuideProposal(string Category, string SubCategory, string BasisKey, bool Elsewhere = false);
