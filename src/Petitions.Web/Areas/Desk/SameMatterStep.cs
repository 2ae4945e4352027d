using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Petitions.Services.Petitions;
using Petitions.Services.Petitions.Joining;
using Petitions.Web.Access;
using Petitions.Web.Areas.Desk.Forms;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Desk;

/// <summary>
/// The hint before a petition is recorded that it may be a running one (seed feature 17). Shown once: "a matter of its
/// own" is chosen already with a reason, so the same key once more records it. The hint never stands in the way.
/// </summary>
public sealed class SameMatterStep(SimilarMatters similar, ICurrentActor current, IStringLocalizer<DeskTexts> texts)
{
    private const string Found = "Same";

    /// <summary>True when the page has to ask first.</summary>
    public async Task<bool> AsksAsync(Controller page, MatterFields form, FiledPerson person, string identity, CancellationToken ct)
    {
        var likely = await similar.ForEntryAsync(form.Key, person, identity, form.Matter, current.Actor, ct);
        page.ViewData[Found] = likely;
        if (form.Same is not null || likely.Count == 0)
        {
            return false;
        }

        (form.Same, form.SameReason) = (MatterFields.AsNew, texts["same.reason.default"].Value);
        page.ModelState.Remove(nameof(form.Same));
        page.ModelState.Remove(nameof(form.SameReason));
        page.ModelState.AddModelError(nameof(form.Same), texts["same.found", likely.Count].Value);
        return true;
    }

    /// <summary>What the page shows; empty when nothing was found.</summary>
    public static IReadOnlyList<SimilarMatter> Of(Microsoft.AspNetCore.Mvc.ViewFeatures.ViewDataDictionary data) => data[Found] as IReadOnlyList<SimilarMatter> ?? [];
}
