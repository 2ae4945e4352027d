using Petitions.Services.Reference;

namespace Petitions.Web.Areas.Admin.Models;

/// <summary>The versions of one item, newest first, and the form of the next.</summary>
public sealed record ReferencePage(IReadOnlyList<ReferenceLine> Versions, ReferenceForm Form)
{
    public ReferenceLine Newest => Versions[0];

    public bool CanChange => !ReferenceService.IsFixed(Newest.List);
}
