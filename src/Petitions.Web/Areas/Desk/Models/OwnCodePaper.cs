namespace Petitions.Web.Areas.Desk.Models;

/// <summary>A petitioner's new code on paper.</summary>
public sealed record OwnCodePaper(string Number, string Code);
