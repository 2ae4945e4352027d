using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Data;
using Petitions.Domain.Clocks;
using Petitions.Domain.Reference;

namespace Petitions.Services.Reference;

/// <summary>
/// The reference lists in memory. Read once and again when <see cref="Forget"/> was called or a minute has passed, so
/// that every node sees a change within a minute.
/// </summary>
public sealed class ReferenceCatalog(IServiceScopeFactory scopes, TimeProvider clock)
{
    private readonly CachedRead<Snapshot> cache = new(scopes, Read);

    /// <summary>Items of a list that hold today (Asia/Shanghai), in order.</summary>
    public IReadOnlyList<ReferenceItem> Items(string list)
    {
        var today = Today;
        return [.. cache.Value.ByList[list].Where(item => item.HoldsOn(today)).OrderBy(item => item.Sort)];
    }

    /// <summary>The item that holds today, or the newest version when none does (old matters keep their labels).</summary>
    public ReferenceItem? Find(string list, string? code)
    {
        var today = Today;
        var versions = cache.Value.ByCode[(list, code ?? "")];
        return versions.FirstOrDefault(item => item.HoldsOn(today)) ?? versions.MaxBy(item => item.Version);
    }

    public bool Holds(string list, string? code) => Find(list, code)?.HoldsOn(Today) == true;

    /// <summary>Label in a language (<c>en</c>, otherwise Chinese); the code itself when unknown.</summary>
    public string Label(string list, string? code, string language) =>
        Find(list, code) is { } item ? (language.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? item.En : item.Zh) : code ?? "";

    /// <summary>A text attribute of an item, or null.</summary>
    public string? Text(string list, string? code, string attribute) =>
        Attribute(list, code, attribute) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    /// <summary>A yes/no attribute of an item; absent means no.</summary>
    public bool Flag(string list, string? code, string attribute) =>
        Attribute(list, code, attribute) is { ValueKind: JsonValueKind.True };

    public JsonElement? Attribute(string list, string? code, string attribute)
    {
        if (Find(list, code) is not { } item)
        {
            return null;
        }

        using var json = JsonDocument.Parse(item.Attributes);
        return json.RootElement.TryGetProperty(attribute, out var value) ? value.Clone() : null;
    }

    /// <summary>Reads again at the next question; called after a change.</summary>
    public void Forget() => cache.Forget();

    private DateOnly Today => ChinaTime.DateOf(clock.GetUtcNow().UtcDateTime);

    private static Snapshot Read(PetitionsDbContext db)
    {
        var items = db.ReferenceItems.AsNoTracking().ToList();
        return new Snapshot(items.ToLookup(item => item.List), items.ToLookup(item => (item.List, item.Code)));
    }

    private sealed record Snapshot(ILookup<string, ReferenceItem> ByList, ILookup<(string List, string Code), ReferenceItem> ByCode);
}
