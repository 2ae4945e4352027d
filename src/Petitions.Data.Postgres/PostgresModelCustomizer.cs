using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Petitions.Domain.Facts;

namespace Petitions.Data.Postgres;

/// <summary>What differs in the model on PostgreSQL: who sets <c>recorded_at</c> (a trigger overrules whatever is sent).</summary>
internal sealed class PostgresModelCustomizer(ModelCustomizerDependencies dependencies) : RelationalModelCustomizer(dependencies)
{
    public override void Customize(ModelBuilder modelBuilder, DbContext context)
    {
        base.Customize(modelBuilder, context);
        modelBuilder.Entity<FactRecord>().Property(fact => fact.RecordedAt).HasDefaultValueSql("clock_timestamp()");
    }
}
