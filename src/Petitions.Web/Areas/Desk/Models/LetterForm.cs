namespace Petitions.Web.Areas.Desk.Models;

/// <summary>What a clerk types about a letter.</summary>
public sealed class LetterForm
{
    public string? PostalNumber { get; set; }

    public string? Reason { get; set; }

    public string? Way { get; set; }
}
