using Petitions.Domain.Clocks;
using Petitions.Domain.Petitions.Documents;
using Petitions.Services.Offices;
using Petitions.Services.Receptions;
using Petitions.Services.Reference;

namespace Petitions.Web.Documents;

/// <summary>Records of conversations and receipts for papers as documents, worded by the template of their day. Papers of the office are Chinese.</summary>
public sealed class TranscriptPapers(TranscriptScripts scripts, OfficeCatalog offices, ReferenceCatalog reference)
{
    public const string Css = "css/transcript.css";
    private const string Zh = "zh-Hans";

    private string Title => reference.Label("DocumentType", TranscriptScripts.Type, Zh);

    public Task<TranscriptScript> ScriptAsync(TranscriptSheet sheet, CancellationToken ct) => scripts.OfAsync(sheet.Text.Category, ChinaTime.DateOf(sheet.WrittenAt), ct);

    public async Task<Paper> OfAsync(TranscriptSheet sheet, CancellationToken ct) => (await ScriptAsync(sheet, ct)).Paper(sheet, OfficeName(sheet.OfficeId), Title);

    public async Task<Paper> OfAsync(MaterialReceiptSheet receipt, CancellationToken ct) =>
        (await scripts.OfAsync(null, ChinaTime.DateOf(receipt.At), ct)).Receipt(receipt, OfficeName(receipt.OfficeId), Title);

    /// <summary>What a saved file is called: no name of a person.</summary>
    public static string FileName(TranscriptSheet sheet) => FormattableString.Invariant($"{sheet.Ticket}-{sheet.WrittenAt:yyyyMMdd}-v{sheet.Number}");

    private string OfficeName(Guid id) => offices.Office(id)?.NameZh ?? "";
}
