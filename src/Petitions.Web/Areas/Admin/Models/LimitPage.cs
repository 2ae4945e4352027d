namespace Petitions.Web.Areas.Admin.Models;

/// <summary>The versions of one rule, newest first, and the form of the next.</summary>
public sealed record LimitPage<TLine>(IReadOnlyList<TLine> Versions, LimitForm Form)
{
    public TLine Newest => Versions[0];
}
