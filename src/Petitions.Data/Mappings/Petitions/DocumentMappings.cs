using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Domain.Petitions.Documents;

namespace Petitions.Data.Mappings.Petitions;

internal sealed class IssuedDocumentMapping : IEntityTypeConfiguration<IssuedDocument>
{
    public void Configure(EntityTypeBuilder<IssuedDocument> builder)
    {
        builder.ToTable("issued_documents");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Type).HasMaxLength(Petition.CodeMax);
        builder.Property(d => d.Word).HasMaxLength(IssuedDocument.WordMax);
        builder.Property(d => d.NumberText).HasMaxLength(IssuedDocument.NumberMax);
        builder.Property(d => d.Title).HasMaxLength(IssuedDocument.TitleMax);
        builder.Property(d => d.Fields).HasMaxLength(IssuedDocument.FieldsMax);
        builder.HasOne<Petition>().WithMany().HasForeignKey(d => d.PetitionId);
        builder.HasOne<Office>().WithMany().HasForeignKey(d => d.OfficeId);
        builder.HasIndex(d => new { d.OfficeId, d.Word, d.Year, d.Serial }).IsUnique();
        builder.HasIndex(d => new { d.PetitionId, d.IssuedAt });
        builder.HasIndex(d => d.NumberText);
    }
}

internal sealed class DocumentCounterMapping : IEntityTypeConfiguration<DocumentCounter>
{
    public void Configure(EntityTypeBuilder<DocumentCounter> builder)
    {
        builder.ToTable("document_counters");
        builder.HasKey(c => new { c.OfficeId, c.Word, c.Year });
        builder.Property(c => c.Word).HasMaxLength(IssuedDocument.WordMax);
        builder.Property(c => c.Last).IsConcurrencyToken();
    }
}
