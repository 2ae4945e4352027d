using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Retaliation;
using Petitions.Services.Retaliation;
using Petitions.Web.Texts;

namespace Petitions.Web.Forms;

/// <summary>A report of retaliation, the petitioner's own or taken down by staff.</summary>
public sealed class RetaliationForm
{
    public RetaliationSource? Source { get; set; }

    public string? Text { get; set; }

    public string? SubmissionKey { get; set; }

    /// <summary>The query code, only asked for when the time of the opened matter is over.</summary>
    public string? Code { get; set; }

    /// <summary>Everything that is missing at once; the entity refuses it one by one.</summary>
    public void Check(ModelStateDictionary state, IStringLocalizer<RuleTexts> rules)
    {
        if (string.IsNullOrWhiteSpace(Text))
        {
            state.AddModelError(nameof(Text), rules["retaliation.text"]);
        }

        if (Source is null && state[nameof(Source)]?.Errors.Count is null or 0)
        {
            state.AddModelError(nameof(Source), rules["retaliation.source"]);
        }
    }

    public ReportRetaliation ToRequest() => new(Guid.TryParse(SubmissionKey, out var key) ? key : Guid.NewGuid(), Source, Text);

    public static string FieldOf(string code) => code switch
    {
        "retaliation.source" => nameof(Source),
        "retaliation.text" => nameof(Text),
        _ => "",
    };
}
