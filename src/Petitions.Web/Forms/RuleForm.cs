using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Petitions.Domain;
using Petitions.Services;
using Petitions.Web.Texts;

namespace Petitions.Web.Forms;

/// <summary>Runs what a form asks for. A broken rule or a lost race becomes an error of the form, so that what was typed stays on the page.</summary>
public sealed class RuleForm(UnsavedWork unsaved, IStringLocalizer<RuleTexts> rules, IStringLocalizer<AdminTexts> texts)
{
    /// <summary>True when it was done; otherwise the model state says why.</summary>
    /// <param name="fieldOf">The field a rule is about, by the rule's code; empty for the whole form.</param>
    public async Task<bool> TryAsync(ModelStateDictionary state, Func<string, string> fieldOf, Func<Task> act)
    {
        if (!state.IsValid)
        {
            return false;
        }

        try
        {
            await act();
            return true;
        }
        catch (RuleBrokenException broken)
        {
            unsaved.Drop();
            state.AddModelError(fieldOf(broken.Code), broken.Detail is { } detail ? rules[broken.Code, NamedFact.Words(detail)].Value : rules[broken.Code].Value);
            return false;
        }
        catch (DbUpdateConcurrencyException)
        {
            // The other one won; what was typed here stays and can be sent again against what is there now.
            unsaved.Drop();
            state.AddModelError("", rules["conflict"].Value);
            return false;
        }
    }

    /// <summary>Asks for a day in a field that holds none.</summary>
    public void RequireDay(ModelStateDictionary state, string field, string? typed)
    {
        if (DateText.Parse(typed) is null)
        {
            state.AddModelError(field, texts["error.day"]);
        }
    }

    /// <summary>The page again, with 422.</summary>
    public static IActionResult Again(Controller controller, IActionResult page)
    {
        controller.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return page;
    }
}
