using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Petitions.Domain.Exports;
using Petitions.Domain.Files;
using Petitions.Domain.Offices;

namespace Petitions.Data.Mappings.Exports;

internal sealed class ExportJobMapping : IEntityTypeConfiguration<ExportJob>
{
    public void Configure(EntityTypeBuilder<ExportJob> builder)
    {
        builder.ToTable("export_jobs");
        builder.Property(job => job.Id).ValueGeneratedNever();
        builder.Property(job => job.Version).IsConcurrencyToken();
        builder.Property(job => job.Reason).HasMaxLength(ExportJob.ReasonMax);
        builder.Property(job => job.Language).HasMaxLength(ExportJob.LanguageMax);
        builder.Property(job => job.SealedSource).HasMaxLength(ExportJob.SourceMax);
        builder.Property(job => job.Problem).HasMaxLength(ExportJob.ProblemMax);
        builder.HasOne<Office>().WithMany().HasForeignKey(job => job.OfficeId);
        builder.HasOne<Staff>().WithMany().HasForeignKey(job => job.MadeBy);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(job => job.FileId);
        builder.HasIndex(job => new { job.MadeBy, job.AskedAt, job.Id });
        builder.HasIndex(job => new { job.State, job.AskedAt, job.Id });
    }
}
