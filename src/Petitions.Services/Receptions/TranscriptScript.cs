using System.Globalization;
using Petitions.Domain.Clocks;
using Petitions.Domain.Petitions.Documents;
using Petitions.Domain.Petitions.Documents.Templates;
using Petitions.Domain.Receptions;
using Petitions.Services.Petitions.Documents;

namespace Petitions.Services.Receptions;

/// <summary>
/// The wording of the record, all of it in one template so that an office words it without a developer: what is read out
/// as rights (<c>{?duties}</c>), the usual questions (<c>{?usual}</c>), a row, a paper handed over, a signature, the foot of a page,
/// the record (<c>{?ticket}</c>) and the receipt for papers (<c>{?receiptNo}</c>). Each part is filled by itself.
/// </summary>
/// <param name="Template">Text in the language of templates; empty when the office has none.</param>
/// <param name="Version">Which version it is.</param>
public sealed record TranscriptScript(string Template, string Version)
{
    private const string Given = "1";

    /// <summary>Rights and duties (domain.md 3.1), a line each.</summary>
    public string Rights => Joined(("duties", Given));

    public IReadOnlyList<string> Questions => [.. Lines(("usual", Given))];

    /// <summary>A row as it is read and printed, with its mark.</summary>
    public string Row(TranscriptRow row) => Joined((row.Speaker switch
    {
        TranscriptSpeaker.Question => "question",
        TranscriptSpeaker.Answer => "answer",
        _ => "line",
    }, row.Text)) is { Length: > 0 } worded ? worded : row.Text;

    /// <summary>All that was said, a line each.</summary>
    public string StatementOf(TranscriptText text) => text.Rows.Count > 0 ? string.Join('\n', text.Rows.Select(Row)) : text.Statement;

    /// <summary>Papers handed over, a line each.</summary>
    public string MaterialsOf(TranscriptText text) => text.MaterialRows.Count > 0 ? Materials(text.MaterialRows) : text.Materials ?? "";

    /// <summary>The record as a document: the same for print, docx and PDF.</summary>
    /// <param name="sheet">One version.</param>
    /// <param name="office">Its name.</param>
    /// <param name="title">Where the template has none.</param>
    public Paper Paper(TranscriptSheet sheet, string office, string title)
    {
        var text = sheet.Text;
        var paper = PaperComposer.Compose(TranscriptScripts.Type, title, Template.Length == 0 ? null : Template, new Dictionary<string, string>
        {
            ["office"] = office,
            ["ticket"] = sheet.Ticket,
            ["place"] = text.Place,
            ["from"] = Moment(sheet.StartedAt),
            ["to"] = Moment(sheet.EndedAt),
            ["receivers"] = Listed(sheet.Receivers),
            ["visitors"] = Listed(sheet.Visitors),
            ["interpreter"] = text.Interpreter ?? "",
            ["version"] = sheet.Number.ToString(CultureInfo.InvariantCulture),
            ["signedVersion"] = sheet.SignedVersion?.ToString(CultureInfo.InvariantCulture) ?? "",
            ["correction"] = sheet.Reason ?? "",
            ["rights"] = text.Rights ?? "",
            ["rightsVersion"] = text.RightsVersion ?? "",
            ["rightsTold"] = text.RightsTold ? Given : "",
            ["statement"] = StatementOf(text),
            ["explanation"] = text.Explanation ?? "",
            ["facts"] = text.ExplainedFacts ?? "",
            ["law"] = text.ExplainedLaw ?? "",
            ["reasons"] = text.ExplainedReasons ?? "",
            ["materials"] = MaterialsOf(text),
            ["readBack"] = text.ReadBack ? Given : "",
            ["digest"] = sheet.Digest,
        });
        return paper with { Blocks = [.. paper.Blocks, .. sheet.Signers.SelectMany(Signature)], Foot = Joined(("pageFoot", Given)) };
    }

    /// <summary>The receipt for papers handed over.</summary>
    public Paper Receipt(MaterialReceiptSheet receipt, string office, string title) => PaperComposer.Compose(TranscriptScripts.Type, title, Template.Length == 0 ? null : Template, new Dictionary<string, string>
    {
        ["office"] = office,
        ["receiptNo"] = FormattableString.Invariant($"{receipt.Ticket}-{receipt.Number}"),
        ["visitors"] = Listed(receipt.Visitors),
        ["materials"] = Materials(receipt.Lines),
        ["receivers"] = receipt.GivenBy,
        ["date"] = ChinaTime.DateOf(receipt.At).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["digest"] = receipt.Digest,
    });

    private string Materials(IReadOnlyList<TranscriptMaterial> materials) => string.Join('\n', materials.Select((material, at) => Joined(
        ("materialName", material.Name), ("materialNo", (at + 1).ToString(CultureInfo.InvariantCulture)), ("copies", material.Copies.ToString(CultureInfo.InvariantCulture)), ("original", material.Original ? Given : ""), ("kept", material.Kept ? Given : ""))));

    /// <summary>Who signs and how; what was drawn stands below it.</summary>
    private IEnumerable<PaperBlock> Signature(SignerLine line)
    {
        var made = line.Signature;
        yield return new PaperBlock(PaperBlockKind.Addressee, Joined(
            ("signer", string.IsNullOrEmpty(line.Signer.Name) ? "-" : line.Signer.Name), ($"role{line.Signer.Role}", Given), ($"way{made?.Way}", Given),
            ("note", made?.Note ?? ""), ("witness", made?.Witness ?? ""), ("signedAt", Moment(made?.At))));
        if (made?.Drawing is { } drawing)
        {
            yield return new PaperBlock(PaperBlockKind.Drawing, "") { Drawing = drawing };
        }
    }

    private string Joined(params (string Name, string Value)[] given) => string.Join('\n', Lines(given));

    private IEnumerable<string> Lines(params (string Name, string Value)[] given) => Template.Length == 0 ? []
        : TemplateText.Fill(Template, given.ToDictionary(each => each.Name, each => each.Value)).Select(block => block.Text).Where(line => line.Length > 0);

    private static string Listed(IEnumerable<string> names) => string.Join('\u3001', names);

    private static string Moment(DateTime? utc) => utc is { } at ? ChinaTime.LocalOf(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "";
}
