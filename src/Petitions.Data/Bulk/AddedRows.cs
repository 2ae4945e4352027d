using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Update;
using Microsoft.Extensions.Logging;

namespace Petitions.Data.Bulk;

/// <summary>
/// Saves that add rows and do nothing else (a petition filed, a visit logged, a reading noted) need no sorting and no
/// comparing: the engines write them directly, by the same model. Everything else is left to EF Core.
/// </summary>
public static partial class AddedRows
{
    private static readonly ConditionalWeakTable<IEntityType, Kind> Kinds = [];

    /// <summary>The rows, parents before children; null when the save does more than add rows whose every value is known before.</summary>
    public static IReadOnlyList<AddedRow>? Of(IList<IUpdateEntry> entries)
    {
        var rows = new List<(int Depth, AddedRow Row)>(entries.Count);
        var ofThemselves = 0;
        foreach (var entry in entries)
        {
            if (entry.EntityState != EntityState.Added || Kinds.GetValue(entry.EntityType, Kind.Of) is not { Table: { } table } kind)
            {
                return null;
            }

            // Among rows of one table that point to each other the order is EF Core's to find.
            if (kind.PointsToItself && ++ofThemselves > 1)
            {
                return null;
            }

            rows.Add((kind.Depth, new AddedRow(table, entry.ToEntityEntry().Entity, entry)));
        }

        return [.. rows.OrderBy(row => row.Depth).Select(row => row.Row)];
    }

    /// <summary>Beside EF Core's own lines, so that a log of commands hides nothing.</summary>
    [LoggerMessage(20101, LogLevel.Information, "Executed DbCommand: {Rows} rows added at once")]
    public static partial void LogWritten(ILogger logger, int rows);

    /// <summary>What is known of an entity: its table, null when it must go the long way, and how many tables must be written before.</summary>
    private sealed record Kind(BulkTable? Table, int Depth, bool PointsToItself)
    {
        public static Kind Of(IEntityType entity) => IsPlain(entity) && DepthOf(entity, []) is { } depth
            ? new Kind(BulkTable.Of(entity), depth, entity.GetForeignKeys().Any(key => key.PrincipalEntityType == entity))
            : new Kind(null, 0, false);

        /// <summary>One table for one class, every value in a property and there before the insert, but for what <see cref="BulkTable.SetByDatabase"/> names.</summary>
        private static bool IsPlain(IEntityType entity) =>
            entity.BaseType is null && !entity.GetDirectlyDerivedTypes().Any() && !entity.GetComplexProperties().Any()
            && entity.GetTableMappings().ToList() is [{ Table: var table }] && table.EntityTypeMappings.Count() == 1
            && entity.GetProperties().All(property => property.PropertyInfo is not null && property.ValueGenerated switch
            {
                ValueGenerated.Never => true,
                ValueGenerated.OnAdd => property.GetDefaultValueSql() is not null || property.ClrType == typeof(Guid),
                _ => false,
            });

        private static int? DepthOf(IEntityType entity, IReadOnlyCollection<IEntityType> below)
        {
            var depth = 0;
            foreach (var parent in entity.GetForeignKeys().Select(key => key.PrincipalEntityType).Where(parent => parent != entity))
            {
                // A ring of tables has no first one.
                if (below.Contains(parent) || DepthOf(parent, [.. below, entity]) is not { } above)
                {
                    return null;
                }

                depth = Math.Max(depth, above + 1);
            }

            return depth;
        }
    }
}
