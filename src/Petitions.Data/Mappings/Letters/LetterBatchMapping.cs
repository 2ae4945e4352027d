using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Petitions.Domain.Letters;
using Petitions.Domain.Offices;

namespace Petitions.Data.Mappings.Letters;

internal sealed class LetterBatchMapping : IEntityTypeConfiguration<LetterBatch>
{
    public void Configure(EntityTypeBuilder<LetterBatch> builder)
    {
        builder.ToTable("letter_batches");
        builder.Property(batch => batch.Id).ValueGeneratedNever();
        builder.Property(batch => batch.Version).IsConcurrencyToken();
        builder.Property(batch => batch.Place).HasMaxLength(LetterBatch.PlaceMax);
        builder.Property(batch => batch.LateReason).HasMaxLength(LetterBatch.ReasonMax);
        builder.HasMany(batch => batch.Letters).WithOne().HasForeignKey(letter => letter.BatchId);
        builder.Navigation(batch => batch.Letters).HasField("letters");
        builder.HasMany(batch => batch.HandOvers).WithOne().HasForeignKey(step => step.BatchId);
        builder.Navigation(batch => batch.HandOvers).HasField("handOvers");
        builder.HasOne<Office>().WithMany().HasForeignKey(batch => batch.OfficeId);
        builder.HasIndex(batch => batch.SubmissionKey).IsUnique();
        builder.HasIndex(batch => new { batch.OfficeId, batch.EnteredAt, batch.Id });
        builder.HasIndex(batch => batch.OpenedBy);
        builder.HasIndex(batch => batch.OpenedWith);
    }
}
