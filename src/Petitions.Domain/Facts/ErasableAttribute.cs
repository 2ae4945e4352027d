namespace Petitions.Domain.Facts;

/// <summary>Marks a fact's text that must stay erasable: only its salted digest enters the chain.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ErasableAttribute : Attribute;
