using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;

namespace Petitions.Data.Mappings.Petitions;

internal sealed class QueryCodeHandOverMapping : IEntityTypeConfiguration<QueryCodeHandOver>
{
    public void Configure(EntityTypeBuilder<QueryCodeHandOver> builder)
    {
        builder.ToTable("query_code_hand_overs");
        builder.Property(given => given.Id).ValueGeneratedNever();
        builder.Property(given => given.Reason).HasMaxLength(QueryCodeHandOver.ReasonMax);
        builder.HasOne<Petition>().WithMany().HasForeignKey(given => given.PetitionId);
        builder.HasOne<Staff>().WithMany().HasForeignKey(given => given.GivenBy);
        builder.HasIndex(given => given.SubmissionKey).IsUnique();
    }
}
