namespace Petitions.Web.Areas.Supervision.Models;

/// <summary>A number and where its rows are; nowhere for who may see numbers only.</summary>
public sealed record NumberLink(string Text, string? Href);
