namespace Petitions.Web.Files;

/// <summary>A scanned PDF whose pages are shown.</summary>
public sealed record FilePages(string Number, Guid Id, string Name, int Count);
