using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Petitions.Domain.Files;
using Petitions.Domain.Petitions;

namespace Petitions.Data.Mappings.Files;

internal sealed class StoredFileMapping : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> builder)
    {
        builder.ToTable("stored_files");
        builder.Property(file => file.Id).ValueGeneratedNever();
        builder.Property(file => file.StoreName).HasMaxLength(StoredFile.StoreNameMax);
        builder.Property(file => file.SealedKey).HasMaxLength(StoredFile.SealedKeyMax);
        builder.Property(file => file.Sha256).HasMaxLength(StoredFile.Sha256Length);
        builder.HasIndex(file => file.StoreName).IsUnique();
    }
}

internal sealed class AttachmentMapping : IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Attachment> builder)
    {
        builder.ToTable("attachments");
        builder.Property(attachment => attachment.Id).ValueGeneratedNever();
        builder.Property(attachment => attachment.Name).HasMaxLength(Attachment.NameMax);
        builder.Property(attachment => attachment.Type).HasMaxLength(Attachment.TypeMax);
        builder.Property(attachment => attachment.Channel).HasMaxLength(Attachment.ChannelMax);
        builder.Property(attachment => attachment.Sha256).HasMaxLength(StoredFile.Sha256Length);
        builder.Property(attachment => attachment.CopySha256).HasMaxLength(StoredFile.Sha256Length);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(attachment => attachment.OriginalId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(attachment => attachment.CopyId).OnDelete(DeleteBehavior.Restrict);
        // The same evidence belongs to a matter once: a double tap, a retry and two nodes make one row.
        builder.HasIndex(attachment => new { attachment.PetitionId, attachment.Sha256 }).IsUnique();
        builder.HasIndex(attachment => attachment.Scan);
    }
}

internal sealed class DraftFileMapping : IEntityTypeConfiguration<DraftFile>
{
    public void Configure(EntityTypeBuilder<DraftFile> builder)
    {
        builder.ToTable("draft_files");
        builder.Property(file => file.Id).ValueGeneratedNever();
        builder.Property(file => file.SealedName).HasMaxLength(DraftFile.SealedNameMax);
        builder.Property(file => file.Type).HasMaxLength(Attachment.TypeMax);
        builder.Property(file => file.Sha256).HasMaxLength(StoredFile.Sha256Length);
        builder.Property(file => file.CopySha256).HasMaxLength(StoredFile.Sha256Length);
        builder.HasOne<PetitionDraft>().WithMany().HasForeignKey(file => file.DraftId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(file => new { file.DraftId, file.Sha256 }).IsUnique();
        builder.HasIndex(file => file.CopyId);
        builder.HasIndex(file => file.OriginalId);
        builder.HasIndex(file => file.Scan);
    }
}
