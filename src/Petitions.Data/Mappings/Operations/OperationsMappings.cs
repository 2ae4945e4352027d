using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Petitions.Domain.Operations;

namespace Petitions.Data.Mappings.Operations;

internal sealed class JobSlotMapping : IEntityTypeConfiguration<JobSlot>
{
    public void Configure(EntityTypeBuilder<JobSlot> builder)
    {
        builder.ToTable("job_slots");
        builder.HasKey(slot => slot.Job);
        builder.Property(slot => slot.Job).HasMaxLength(JobSlot.JobMax);
        builder.Property(slot => slot.Period).HasMaxLength(JobSlot.PeriodMax);
        builder.Property(slot => slot.Node).HasMaxLength(PortalNode.NameMax);
        builder.Property(slot => slot.Error).HasMaxLength(JobSlot.ErrorMax);
        builder.Property(slot => slot.Version).IsConcurrencyToken();
    }
}

internal sealed class PortalNodeMapping : IEntityTypeConfiguration<PortalNode>
{
    public void Configure(EntityTypeBuilder<PortalNode> builder)
    {
        builder.ToTable("portal_nodes");
        builder.HasKey(node => node.Name);
        builder.Property(node => node.Name).HasMaxLength(PortalNode.NameMax);
        builder.Property(node => node.Release).HasMaxLength(PortalNode.ReleaseMax);
        builder.Ignore(node => node.HasWrongClock);
    }
}

internal sealed class LimitCountMapping : IEntityTypeConfiguration<LimitCount>
{
    public void Configure(EntityTypeBuilder<LimitCount> builder)
    {
        builder.ToTable("limit_counts");
        builder.HasKey(count => new { count.Policy, count.Subject, count.Minute });
        builder.Property(count => count.Policy).HasMaxLength(LimitCount.PolicyMax);
        builder.HasIndex(count => count.Minute);
    }
}

internal sealed class BackupRecordMapping : IEntityTypeConfiguration<BackupRecord>
{
    public void Configure(EntityTypeBuilder<BackupRecord> builder)
    {
        builder.ToTable("backup_records");
        builder.Property(record => record.Id).ValueGeneratedNever();
        builder.Property(record => record.File).HasMaxLength(BackupRecord.FileMax);
        builder.HasIndex(record => new { record.Kind, record.At });
    }
}
