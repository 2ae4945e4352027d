namespace Petitions.Web.Areas.Desk.Models;

/// <summary>A code on paper for the contact person.</summary>
public sealed record CodePaper(Guid VisitId, string Number, string Code, DateOnly Until);
