using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Petitions.Domain.Letters;
using Petitions.Domain.Offices;

namespace Petitions.Data.Mappings.Letters;

internal sealed class LetterHandOverMapping : IEntityTypeConfiguration<LetterHandOver>
{
    public void Configure(EntityTypeBuilder<LetterHandOver> builder)
    {
        builder.ToTable("letter_hand_overs");
        builder.Property(step => step.Id).ValueGeneratedNever();
        builder.Property(step => step.Reason).HasMaxLength(LetterBatch.ReasonMax);
        builder.HasOne<Staff>().WithMany().HasForeignKey(step => step.ToId);
        builder.HasOne<Staff>().WithMany().HasForeignKey(step => step.ById);
        // Nobody receives a bag twice.
        builder.HasIndex(step => new { step.BatchId, step.ToId }).IsUnique();
    }
}
