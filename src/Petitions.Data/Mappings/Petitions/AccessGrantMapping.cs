using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Petitions.Domain.Petitions;

namespace Petitions.Data.Mappings.Petitions;

internal sealed class AccessGrantMapping : IEntityTypeConfiguration<AccessGrant>
{
    public void Configure(EntityTypeBuilder<AccessGrant> builder)
    {
        builder.ToTable("access_grants");
        builder.Property(grant => grant.Id).ValueGeneratedNever();
        builder.Property(grant => grant.Version).IsConcurrencyToken();
        builder.Property(grant => grant.Scope).HasMaxLength(AccessGrant.ScopeMax);
        builder.HasOne<Petition>().WithMany().HasForeignKey(grant => grant.PetitionId);
        builder.HasIndex(grant => new { grant.PetitionId, grant.GrantedAt });
    }
}
