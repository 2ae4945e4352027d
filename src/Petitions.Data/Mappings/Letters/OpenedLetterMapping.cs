using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Petitions.Domain.Letters;
using Petitions.Domain.Petitions;

namespace Petitions.Data.Mappings.Letters;

internal sealed class OpenedLetterMapping : IEntityTypeConfiguration<OpenedLetter>
{
    public void Configure(EntityTypeBuilder<OpenedLetter> builder)
    {
        builder.ToTable("opened_letters");
        builder.Property(letter => letter.Id).ValueGeneratedNever();
        // Two clerks over one row: one says what becomes of it, the other is told.
        builder.Property(letter => letter.Version).IsConcurrencyToken();
        builder.Property(letter => letter.SealedSender).HasMaxLength(OpenedLetter.SealedMax);
        builder.Property(letter => letter.SealedNote).HasMaxLength(OpenedLetter.SealedMax);
        builder.Property(letter => letter.Disposition).HasMaxLength(OpenedLetter.CodeMax);
        builder.Property(letter => letter.SetAsideReason).HasMaxLength(OpenedLetter.ReasonMax);
        builder.HasMany(letter => letter.Files).WithOne().HasForeignKey(file => file.LetterId);
        builder.Navigation(letter => letter.Files).HasField("files");
        builder.HasOne<Petition>().WithMany().HasForeignKey(letter => letter.PetitionId);
        builder.HasIndex(letter => new { letter.BatchId, letter.Position }).IsUnique();
        builder.HasIndex(letter => letter.PetitionId).IsUnique();
        builder.HasIndex(letter => new { letter.Disposition, letter.DecidedAt });
    }
}
