using Petitions.Domain.Retaliation;
using Petitions.Services.Retaliation;

namespace Petitions.Web.Forms;

/// <summary>A report of retaliation, the petitioner's own or taken down by staff.</summary>
public sealed class RetaliationForm
{
    public RetaliationSource? Source { get; set; }

    public string? Text { get; set; }

    public string? SubmissionKey { get; set; }

    /// <summary>The query code, only asked for when the time of the opened matter is over.</summary>
    public string? Code { get; set; }

    public ReportRetaliation ToRequest() => new(Guid.TryParse(SubmissionKey, out var key) ? key : Guid.NewGuid(), Source, Text);

    public static string FieldOf(string code) => code switch
    {
        "retaliation.source" => nameof(Source),
        "retaliation.text" => nameof(Text),
        _ => "",
    };
}
