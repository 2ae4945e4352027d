using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Petitions.Domain.HandIns;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;

namespace Petitions.Data.Mappings.HandIns;

internal sealed class HandInMapping : IEntityTypeConfiguration<HandIn>
{
    public void Configure(EntityTypeBuilder<HandIn> builder)
    {
        builder.ToTable("hand_ins");
        builder.HasKey(handIn => handIn.PetitionId);
        builder.Property(handIn => handIn.PetitionId).ValueGeneratedNever();
        builder.Property(handIn => handIn.Version).IsConcurrencyToken();
        builder.Property(handIn => handIn.LateReason).HasMaxLength(HandIn.ReasonMax);
        builder.HasOne<Petition>().WithOne().HasForeignKey<HandIn>(handIn => handIn.PetitionId);
        builder.HasOne<ServicePoint>().WithMany().HasForeignKey(handIn => handIn.ServicePointId);
        builder.HasIndex(handIn => new { handIn.HandedInBy, handIn.EnteredAt });
        builder.HasIndex(handIn => new { handIn.OfficeId, handIn.CompletedAt, handIn.EnteredAt });
    }
}
