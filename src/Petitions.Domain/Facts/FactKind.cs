namespace Petitions.Domain.Facts;

/// <summary>One kind of fact: its stable code, both labels, the chain it belongs to and who may see it.</summary>
public sealed record FactKind(string Code, string Zh, string En, FactSubject Subject, FactVisibility Visibility);
