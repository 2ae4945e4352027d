using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Petitions.Data.Bulk;

/// <summary>How the rows of one entity are written, read from the model: table, columns, and the value of each column.</summary>
public sealed class BulkTable
{
    private BulkTable(IEntityType entity, IReadOnlyList<BulkColumn> columns, IReadOnlyList<BulkColumn> setByDatabase)
    {
        Entity = entity;
        Columns = columns;
        SetByDatabase = setByDatabase;
    }

    public IEntityType Entity { get; }

    public string Name => Entity.GetTableName()!;

    public IReadOnlyList<BulkColumn> Columns { get; }

    /// <summary>What the database sets itself (<c>recorded_at</c>).</summary>
    public IReadOnlyList<BulkColumn> SetByDatabase { get; }

    /// <exception cref="NotSupportedException">When the entity has a column no property of the class holds.</exception>
    public static BulkTable Of(IEntityType entity)
    {
        var table = StoreObjectIdentifier.Table(entity.GetTableName()!, entity.GetSchema());
        var columns = new List<BulkColumn>();
        var setByDatabase = new List<BulkColumn>();
        foreach (var property in entity.GetProperties())
        {
            if (property.GetDefaultValueSql() is not null)
            {
                setByDatabase.Add(new BulkColumn(property, property.GetColumnName(table)!));
                continue;
            }

            if (property.PropertyInfo is null)
            {
                throw new NotSupportedException($"{entity.DisplayName()}.{property.Name} has no property to read.");
            }

            columns.Add(new BulkColumn(property, property.GetColumnName(table)!));
        }

        return new BulkTable(entity, columns, setByDatabase);
    }

    /// <summary>An expression of the value a column stores, out of a row: the model's own conversion, null left null.</summary>
    public static Expression Value(Expression row, IProperty property)
    {
        Expression value = Expression.Property(row, property.PropertyInfo!);
        if (property.GetTypeMapping().Converter is not { } converter)
        {
            return value;
        }

        var convert = converter.ConvertToProviderExpression;
        var from = convert.Parameters[0].Type;
        if (value.Type == from)
        {
            return from.IsValueType
                ? Expression.Invoke(convert, value)
                : Expression.Condition(Expression.ReferenceEqual(value, Expression.Constant(null)), Expression.Default(convert.ReturnType), Expression.Invoke(convert, value));
        }

        if (Nullable.GetUnderlyingType(value.Type) == from)
        {
            var result = convert.ReturnType.IsValueType ? typeof(Nullable<>).MakeGenericType(convert.ReturnType) : convert.ReturnType;
            return Expression.Condition(
                Expression.Property(value, "HasValue"),
                Expression.Convert(Expression.Invoke(convert, Expression.Property(value, "Value")), result),
                Expression.Default(result));
        }

        return Expression.Invoke(convert, Expression.Convert(value, from));
    }
}
