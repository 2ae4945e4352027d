using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Petitions.Domain.Facts;

namespace Petitions.Data.Sqlite;

/// <summary>What differs in the model on SQLite: who sets <c>recorded_at</c>.</summary>
internal sealed class SqliteModelCustomizer(ModelCustomizerDependencies dependencies) : RelationalModelCustomizer(dependencies)
{
    public override void Customize(ModelBuilder modelBuilder, DbContext context)
    {
        base.Customize(modelBuilder, context);
        // Without trailing zeros, as the provider writes its parameters: a moment must equal itself, and keysets compare text.
        modelBuilder.Entity<FactRecord>().Property(fact => fact.RecordedAt).HasDefaultValueSql("(rtrim(rtrim(strftime('%Y-%m-%d %H:%M:%f', 'now'), '0'), '.'))");
    }
}
