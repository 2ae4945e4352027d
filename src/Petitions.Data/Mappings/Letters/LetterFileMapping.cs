using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Petitions.Domain.Files;
using Petitions.Domain.Letters;

namespace Petitions.Data.Mappings.Letters;

internal sealed class LetterFileMapping : IEntityTypeConfiguration<LetterFile>
{
    public void Configure(EntityTypeBuilder<LetterFile> builder)
    {
        builder.ToTable("letter_files");
        builder.Property(file => file.Id).ValueGeneratedNever();
        builder.Property(file => file.SealedName).HasMaxLength(DraftFile.SealedNameMax);
        builder.Property(file => file.Type).HasMaxLength(Attachment.TypeMax);
        builder.Property(file => file.Sha256).HasMaxLength(StoredFile.Sha256Length);
        builder.Property(file => file.CopySha256).HasMaxLength(StoredFile.Sha256Length);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(file => file.OriginalId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(file => file.CopyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(file => new { file.BatchId, file.Sha256 }).IsUnique();
        builder.HasIndex(file => file.LetterId);
        builder.HasIndex(file => file.Scan);
    }
}
