using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Petitions.Domain.Reference;

namespace Petitions.Data.Mappings.Reference;

internal sealed class ReferenceItemMapping : IEntityTypeConfiguration<ReferenceItem>
{
    public void Configure(EntityTypeBuilder<ReferenceItem> builder)
    {
        builder.ToTable("reference_items");
        builder.Property(item => item.Id).ValueGeneratedNever();
        builder.Property(item => item.List).HasMaxLength(ReferenceItem.CodeMax);
        builder.Property(item => item.Code).HasMaxLength(ReferenceItem.CodeMax);
        builder.Property(item => item.Parent).HasMaxLength(ReferenceItem.CodeMax);
        builder.Property(item => item.Zh).HasMaxLength(ReferenceItem.TextMax);
        builder.Property(item => item.En).HasMaxLength(ReferenceItem.TextMax);
        builder.Property(item => item.Source).HasMaxLength(ReferenceItem.TextMax);
        builder.Property(item => item.Attributes).HasMaxLength(ReferenceItem.AttributesMax);
        builder.HasIndex(item => new { item.List, item.Code, item.Parent, item.Version }).IsUnique();
    }
}
