using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Petitions.Domain.Offices;
using Petitions.Domain.Receptions;

namespace Petitions.Data.Mappings.Receptions;

internal sealed class ReceptionEntryMapping : IEntityTypeConfiguration<ReceptionEntry>
{
    public void Configure(EntityTypeBuilder<ReceptionEntry> builder)
    {
        builder.ToTable("reception_entries");
        builder.HasKey(entry => entry.ReceptionId);
        builder.Property(entry => entry.ReceptionId).ValueGeneratedNever();
        builder.Property(entry => entry.Reason).HasMaxLength(Reception.NoteMax);
        builder.HasOne<ServicePoint>().WithMany().HasForeignKey(entry => entry.ServicePointId);
        // One slip is one visitor.
        builder.HasIndex(entry => new { entry.ServicePointId, entry.PaperSlip }).IsUnique().HasFilter("paper_slip IS NOT NULL");
        builder.HasOne<Reception>().WithOne().HasForeignKey<ReceptionEntry>(entry => entry.ReceptionId);
    }
}
