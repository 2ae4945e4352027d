using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Petitions.Domain.Petitions;
using Petitions.Domain.Retaliation;

namespace Petitions.Data.Mappings.Retaliation;

internal sealed class RetaliationReportMapping : IEntityTypeConfiguration<RetaliationReport>
{
    public void Configure(EntityTypeBuilder<RetaliationReport> builder)
    {
        builder.ToTable("retaliation_reports");
        builder.Property(report => report.Id).ValueGeneratedNever();
        builder.Property(report => report.Version).IsConcurrencyToken();
        builder.HasOne<Petition>().WithMany().HasForeignKey(report => report.PetitionId);
        builder.HasIndex(report => report.SubmissionKey).IsUnique();

        // The board counts what is open and nothing else.
        builder.HasIndex(report => new { report.ReportedAt, report.Id }).HasFilter("answered_at IS NULL").HasDatabaseName("ix_retaliation_reports_open");
    }
}
