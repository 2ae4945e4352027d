using Microsoft.EntityFrameworkCore;

namespace Petitions.Data.Mappings;

/// <summary>Gives every bounded text a check constraint: SQLite ignores <c>varchar(n)</c>.</summary>
internal static class LengthChecks
{
    public static void Apply(ModelBuilder builder)
    {
        foreach (var entity in builder.Model.GetEntityTypes().Where(entity => entity.ClrType.Namespace?.StartsWith("Petitions", StringComparison.Ordinal) == true))
        {
            var table = entity.GetTableName()!;
            foreach (var property in entity.GetProperties().Where(p => p.GetMaxLength() is not null && (p.ClrType == typeof(string) || p.ClrType.IsEnum)))
            {
                var column = property.GetColumnName();
                entity.AddCheckConstraint($"ck_{table}_{column}_length", $"length(\"{column}\") <= {property.GetMaxLength()}");
            }
        }
    }
}
