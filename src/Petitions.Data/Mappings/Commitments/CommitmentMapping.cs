using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Petitions.Domain.Commitments;
using Petitions.Domain.Petitions;
using Petitions.Domain.Petitions.Documents;

namespace Petitions.Data.Mappings.Commitments;

internal sealed class CommitmentMapping : IEntityTypeConfiguration<Commitment>
{
    public void Configure(EntityTypeBuilder<Commitment> builder)
    {
        builder.ToTable("commitments");
        builder.Property(commitment => commitment.Id).ValueGeneratedNever();
        builder.Property(commitment => commitment.Version).IsConcurrencyToken();
        builder.Ignore(commitment => commitment.OfficePromises);
        builder.Ignore(commitment => commitment.PetitionerPromises);
        builder.Ignore(commitment => commitment.WasSigned);
        builder.HasOne<Petition>().WithMany().HasForeignKey(commitment => commitment.PetitionId);
        builder.HasOne<IssuedDocument>().WithMany().HasForeignKey(commitment => commitment.DocumentId);
        builder.HasMany(commitment => commitment.Promises).WithOne().HasForeignKey(promise => promise.CommitmentId);
        builder.Navigation(commitment => commitment.Promises).HasField("promises").AutoInclude();

        // One that waits or holds at a time: the database decides.
        builder.HasIndex(commitment => commitment.PetitionId).IsUnique().HasFilter("state IN ('Offered', 'Signed')").HasDatabaseName("ux_commitments_active");
        builder.HasIndex(commitment => new { commitment.PetitionId, commitment.OfferedAt });
    }
}
