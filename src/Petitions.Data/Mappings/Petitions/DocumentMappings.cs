using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Petitions.Domain.Files;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Domain.Petitions.Documents;
using Petitions.Domain.Petitions.Documents.Templates;
using Petitions.Domain.Reference;

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
        builder.HasOne<DocumentTemplate>().WithMany().HasForeignKey(d => d.TemplateId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(d => new { d.OfficeId, d.Word, d.Year, d.Serial }).IsUnique();
        builder.HasIndex(d => new { d.PetitionId, d.IssuedAt });
        builder.HasIndex(d => d.NumberText);
    }
}

internal sealed class DocumentPrintMapping : IEntityTypeConfiguration<DocumentPrint>
{
    public void Configure(EntityTypeBuilder<DocumentPrint> builder)
    {
        builder.ToTable("document_prints");
        builder.HasKey(print => print.DocumentId);
        builder.Property(print => print.DocumentId).ValueGeneratedNever();
        builder.Property(print => print.Sha256).HasMaxLength(DocumentPrint.Sha256Length);
        builder.HasOne<IssuedDocument>().WithOne().HasForeignKey<DocumentPrint>(print => print.DocumentId);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(print => print.FileId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class DocumentTemplateMapping : IEntityTypeConfiguration<DocumentTemplate>
{
    public void Configure(EntityTypeBuilder<DocumentTemplate> builder)
    {
        builder.ToTable("document_templates");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Type).HasMaxLength(ReferenceItem.CodeMax);
        builder.Property(t => t.State).HasMaxLength(ReferenceItem.CodeMax);
        builder.Property(t => t.Category).HasMaxLength(ReferenceItem.CodeMax);
        builder.Property(t => t.Track).HasMaxLength(ReferenceItem.CodeMax);
        builder.Property(t => t.Text).HasMaxLength(DocumentTemplate.TextMax);
        builder.Property(t => t.Reason).HasMaxLength(DocumentTemplate.ReasonMax);
        builder.Ignore(t => t.Rank);
        builder.HasIndex(t => new { t.Type, t.State, t.Category, t.Track, t.Version }).IsUnique();
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
