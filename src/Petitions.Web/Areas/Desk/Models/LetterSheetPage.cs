using Petitions.Services.Notices;

namespace Petitions.Web.Areas.Desk.Models;

/// <summary>One letter and the form of its next step.</summary>
public sealed record LetterSheetPage(LetterSheet Sheet, LetterForm Form)
{
    public string? PostalNumber => Form.PostalNumber;

    public string? Reason => Form.Reason;

    public string? Way => Form.Way;
}
