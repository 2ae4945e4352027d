using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Petitions.Domain.Offices;
using Petitions.Domain.Receptions;

namespace Petitions.Data.Mappings.Receptions;

internal sealed class PaperSlipPadMapping : IEntityTypeConfiguration<PaperSlipPad>
{
    public void Configure(EntityTypeBuilder<PaperSlipPad> builder)
    {
        builder.ToTable("paper_slip_pads");
        builder.Property(pad => pad.Id).ValueGeneratedNever();
        builder.HasOne<ServicePoint>().WithMany().HasForeignKey(pad => pad.ServicePointId);
        builder.HasOne<Staff>().WithMany().HasForeignKey(pad => pad.PrintedBy);
        // Two who print at once get two pads: numbers are never printed twice.
        builder.HasIndex(pad => new { pad.ServicePointId, pad.First }).IsUnique();
    }
}
