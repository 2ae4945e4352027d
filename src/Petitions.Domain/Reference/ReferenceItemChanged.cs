using Petitions.Domain.Facts;

namespace Petitions.Domain.Reference;

/// <summary>Reference item changed (参考数据变更): old and new version with the labels.</summary>
public sealed record ReferenceItemChanged(
    Guid ItemId, string List, string Code, string Parent, int FromVersion, int ToVersion, string Before, string After, DateOnly ValidFrom, bool WasEnabled, bool Enabled) : Fact(ItemId);
