using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Petitions.Data.Mappings;

/// <summary>Names tables, columns, keys and indexes in snake case, so that SQL reads the same on both engines.</summary>
internal static class SnakeCase
{
    public static void Apply(ModelBuilder builder)
    {
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            entity.SetTableName(Name(entity.GetTableName()!));
            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(Name(property.Name));
            }

            foreach (var key in entity.GetKeys())
            {
                key.SetName(Name(key.GetName()!));
            }

            foreach (var key in entity.GetForeignKeys())
            {
                key.SetConstraintName(Name(key.GetConstraintName()!));
            }

            foreach (var index in entity.GetIndexes())
            {
                index.SetDatabaseName(Name(index.GetDatabaseName()!));
            }
        }
    }

    public static string Name(string pascal)
    {
        var snake = new StringBuilder();
        for (var i = 0; i < pascal.Length; i++)
        {
            var starts = char.IsUpper(pascal[i]) && i > 0 && pascal[i - 1] != '_'
                && (!char.IsUpper(pascal[i - 1]) || (i + 1 < pascal.Length && char.IsLower(pascal[i + 1])));
            snake.Append(starts ? "_" : "").Append(char.ToLowerInvariant(pascal[i]));
        }

        return snake.ToString();
    }
}
