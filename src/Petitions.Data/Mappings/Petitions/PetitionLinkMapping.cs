using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Petitions.Domain.Petitions;

namespace Petitions.Data.Mappings.Petitions;

internal sealed class PetitionLinkMapping : IEntityTypeConfiguration<PetitionLink>
{
    public void Configure(EntityTypeBuilder<PetitionLink> builder)
    {
        builder.ToTable("petition_links");
        builder.Property(link => link.Id).ValueGeneratedNever();
        builder.Property(link => link.Version).IsConcurrencyToken();
        builder.Property(link => link.Reason).HasMaxLength(PetitionLink.ReasonMax);
        builder.Property(link => link.EndReason).HasMaxLength(PetitionLink.ReasonMax);
        builder.HasOne<Petition>().WithMany().HasForeignKey(link => link.PetitionId);
        builder.HasOne<Petition>().WithMany().HasForeignKey(link => link.TargetId);

        // A matter is joined to one other at a time, and said to be a repeat of another once: the database decides.
        builder.HasIndex(link => link.PetitionId).IsUnique().HasFilter("kind = 'Merged' AND ended_at IS NULL").HasDatabaseName("ix_petition_links_merged");
        builder.HasIndex(link => new { link.PetitionId, link.TargetId, link.Kind }).IsUnique().HasFilter("ended_at IS NULL").HasDatabaseName("ix_petition_links_pair");
        builder.HasIndex(link => link.TargetId);

        // The nightly walk over what is linked now, by the matter linked to; by the other one it goes along the pair's index.
        builder.HasIndex(link => new { link.TargetId, link.PetitionId }).HasFilter("ended_at IS NULL").HasDatabaseName("ix_petition_links_live");
    }
}
