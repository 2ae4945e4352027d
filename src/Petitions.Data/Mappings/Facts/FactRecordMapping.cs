using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Petitions.Domain.Facts;

namespace Petitions.Data.Mappings.Facts;

internal sealed class FactRecordMapping : IEntityTypeConfiguration<FactRecord>
{
    public void Configure(EntityTypeBuilder<FactRecord> builder)
    {
        builder.ToTable("facts");
        builder.Property(fact => fact.Id).ValueGeneratedNever();
        builder.Property(fact => fact.Kind).HasMaxLength(FactRecord.KindMax);
        builder.Property(fact => fact.PublicText).HasMaxLength(FactRecord.PublicTextMax);
        builder.Property(fact => fact.RecordedAt).ValueGeneratedOnAdd();
        builder.Property(fact => fact.RequestId).HasMaxLength(FactRecord.RequestIdMax);
        builder.HasMany(fact => fact.Values).WithOne().HasForeignKey(value => value.FactId);
        builder.Navigation(fact => fact.Values).HasField("values").UsePropertyAccessMode(PropertyAccessMode.Field);

        // A fork of a chain fails here instead of splitting it (security.md D2).
        builder.HasIndex(fact => new { fact.Subject, fact.SubjectId, fact.Seq }).IsUnique();
        builder.HasIndex(fact => new { fact.Kind, fact.At });

        // The audit log, newest first, without reading past the facts of matters.
        builder.HasIndex(fact => fact.Id, "ix_facts_audited").HasFilter("subject IN ('Setting', 'Office', 'Staff')");

        // Whether an emergency was dealt with: a handful of all facts.
        builder.HasIndex(fact => fact.SubjectId, "ix_facts_risk_closed").HasFilter("kind = 'UrgentRiskClosed'");

        // The daily root asks which chains grew since the root before.
        builder.HasIndex(fact => fact.RecordedAt);
    }
}

internal sealed class FactValueMapping : IEntityTypeConfiguration<FactValue>
{
    public void Configure(EntityTypeBuilder<FactValue> builder)
    {
        builder.ToTable("fact_values");
        builder.HasKey(value => new { value.FactId, value.Name });
        builder.Property(value => value.Name).HasMaxLength(FactRecord.KindMax);
    }
}

internal sealed class ChainHeadMapping : IEntityTypeConfiguration<ChainHead>
{
    public void Configure(EntityTypeBuilder<ChainHead> builder)
    {
        builder.ToTable("chain_heads");
        builder.HasKey(head => new { head.Subject, head.SubjectId });
        builder.Property(head => head.KeyId).HasMaxLength(ChainHead.KeyIdMax);
        builder.Property(head => head.Seq).IsConcurrencyToken();
    }
}

internal sealed class DailyRootMapping : IEntityTypeConfiguration<DailyRoot>
{
    public void Configure(EntityTypeBuilder<DailyRoot> builder)
    {
        builder.ToTable("daily_roots");
        builder.HasKey(root => root.Day);
        builder.Property(root => root.Previous).HasMaxLength(DailyRoot.HashLength);
        builder.Property(root => root.Root).HasMaxLength(DailyRoot.HashLength);
        builder.Property(root => root.KeyId).HasMaxLength(ChainHead.KeyIdMax);

        // Two roots after one another would split the row of roots.
        builder.HasIndex(root => root.Previous).IsUnique();
    }
}
