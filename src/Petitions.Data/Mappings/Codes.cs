using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Petitions.Data.Mappings;

/// <summary>Stores short lists in one column, joined by a bar as in the seed tables: the same on both engines.</summary>
internal static class Codes
{
    public static PropertyBuilder<IReadOnlyList<string>> IsCodes(this PropertyBuilder<IReadOnlyList<string>> property, int max = 1000) =>
        Joined(property, code => code, text => text, max);

    public static PropertyBuilder<IReadOnlyList<int>> IsNumbers(this PropertyBuilder<IReadOnlyList<int>> property) =>
        Joined(property, number => number.ToString(CultureInfo.InvariantCulture), text => int.Parse(text, CultureInfo.InvariantCulture), 200);

    public static PropertyBuilder<IReadOnlyList<DateOnly>> IsDays(this PropertyBuilder<IReadOnlyList<DateOnly>> property) =>
        Joined(property, day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), text => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture), 400);

    public static PropertyBuilder<IReadOnlyList<Guid>> IsIds(this PropertyBuilder<IReadOnlyList<Guid>> property, int count) =>
        Joined(property, id => id.ToString("N"), Guid.Parse, count * 33);

    private static PropertyBuilder<IReadOnlyList<T>> Joined<T>(PropertyBuilder<IReadOnlyList<T>> property, Func<T, string> write, Func<string, T> read, int max)
    {
        var converter = new ValueConverter<IReadOnlyList<T>, string>(
            list => string.Join('|', list.Select(write)),
            text => text.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(read).ToList());
        var comparer = new ValueComparer<IReadOnlyList<T>>(
            (a, b) => (a ?? Array.Empty<T>()).SequenceEqual(b ?? Array.Empty<T>()),
            list => list.Aggregate(0, (hash, item) => HashCode.Combine(hash, item)),
            list => list.ToList());
        property.HasConversion(converter, comparer).HasMaxLength(max);
        return property;
    }
}
