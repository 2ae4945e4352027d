namespace Petitions.Services.Reference;

/// <summary>One version of a reference item, as its page shows it.</summary>
public sealed record ReferenceLine(
    Guid Id, string List, string Code, string Parent, string Zh, string En, bool Enabled, DateOnly? ValidFrom, DateOnly? ValidTo, int Version, string Source, string Attributes);
