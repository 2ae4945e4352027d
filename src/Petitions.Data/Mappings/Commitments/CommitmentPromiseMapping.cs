using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Petitions.Domain.Commitments;

namespace Petitions.Data.Mappings.Commitments;

internal sealed class CommitmentPromiseMapping : IEntityTypeConfiguration<CommitmentPromise>
{
    public void Configure(EntityTypeBuilder<CommitmentPromise> builder)
    {
        builder.ToTable("commitment_promises");
        builder.Property(promise => promise.Id).ValueGeneratedNever();
        builder.Ignore(promise => promise.Kept);
        builder.Ignore(promise => promise.Broken);
        builder.Ignore(promise => promise.DoneLate);
        builder.Ignore(promise => promise.IsOpen);
        builder.HasMany(promise => promise.Results).WithOne().HasForeignKey(result => result.PromiseId);
        builder.Navigation(promise => promise.Results).HasField("results").AutoInclude();

        // Each side promises a thing once.
        builder.HasIndex(promise => new { promise.CommitmentId, promise.Kind }).IsUnique();
    }
}
