using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Petitions.Domain.Files;

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
