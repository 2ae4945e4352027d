using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Petitions.Domain.Files;
using Petitions.Domain.People;
using Petitions.Domain.Receptions;

namespace Petitions.Data.Mappings.Receptions;

internal sealed class TranscriptMapping : IEntityTypeConfiguration<Transcript>
{
    public void Configure(EntityTypeBuilder<Transcript> builder)
    {
        builder.ToTable("transcripts");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Version).IsConcurrencyToken();
        builder.Property(t => t.Place).HasMaxLength(Transcript.PlaceMax);
        builder.Property(t => t.Statement).HasMaxLength(Transcript.StatementMax);
        builder.Property(t => t.RowsJson).HasMaxLength(Transcript.RowsMax);
        builder.Property(t => t.Category).HasMaxLength(Transcript.CategoryMax);
        builder.Property(t => t.Interpreter).HasMaxLength(PersonName.Max);
        builder.Property(t => t.Explanation).HasMaxLength(Transcript.PartMax);
        builder.Property(t => t.ExplainedFacts).HasMaxLength(Transcript.PartMax);
        builder.Property(t => t.ExplainedLaw).HasMaxLength(Transcript.PartMax);
        builder.Property(t => t.ExplainedReasons).HasMaxLength(Transcript.PartMax);
        builder.Property(t => t.Materials).HasMaxLength(Transcript.PartMax);
        builder.Property(t => t.MaterialsJson).HasMaxLength(Transcript.MaterialsMax);
        builder.Property(t => t.Rights).HasMaxLength(Transcript.PartMax);
        builder.Property(t => t.RightsVersion).HasMaxLength(Transcript.RightsVersionMax);
        builder.Property(t => t.Reason).HasMaxLength(Transcript.NoteMax);
        builder.Property(t => t.SignatureNote).HasMaxLength(Transcript.NoteMax);
        builder.Property(t => t.Digest).HasMaxLength(Transcript.DigestLength);
        builder.Ignore(t => t.Text);
        builder.Ignore(t => t.IsSigned);
        builder.Ignore(t => t.Stamp);
        builder.HasOne<Reception>().WithMany().HasForeignKey(t => t.ReceptionId);
        builder.HasIndex(t => new { t.ReceptionId, t.Number }).IsUnique();
    }
}

internal sealed class TranscriptSignatureMapping : IEntityTypeConfiguration<TranscriptSignature>
{
    public void Configure(EntityTypeBuilder<TranscriptSignature> builder)
    {
        builder.ToTable("transcript_signatures");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.SignerName).HasMaxLength(PersonName.Max);
        builder.Property(s => s.Drawing).HasMaxLength(PenDrawing.TextMax);
        builder.Property(s => s.Digest).HasMaxLength(Transcript.DigestLength);
        builder.Property(s => s.Note).HasMaxLength(Transcript.NoteMax);
        builder.Property(s => s.Witness).HasMaxLength(PersonName.Max);
        builder.HasOne<Transcript>().WithMany().HasForeignKey(s => s.TranscriptId);

        // One person signs one version once.
        builder.HasIndex(s => new { s.TranscriptId, s.Role, s.SignerId }).IsUnique();
    }
}

internal sealed class TranscriptScanMapping : IEntityTypeConfiguration<TranscriptScan>
{
    public void Configure(EntityTypeBuilder<TranscriptScan> builder)
    {
        builder.ToTable("transcript_scans");
        builder.HasKey(s => new { s.TranscriptId, s.AttachmentId });
        builder.Property(s => s.Digest).HasMaxLength(Transcript.DigestLength);
        builder.Property(s => s.Sha256).HasMaxLength(Transcript.DigestLength);
        builder.HasOne<Transcript>().WithMany().HasForeignKey(s => s.TranscriptId);
        builder.HasOne<Attachment>().WithMany().HasForeignKey(s => s.AttachmentId);
    }
}

internal sealed class MaterialReceiptMapping : IEntityTypeConfiguration<MaterialReceipt>
{
    public void Configure(EntityTypeBuilder<MaterialReceipt> builder)
    {
        builder.ToTable("material_receipts");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.LinesJson).HasMaxLength(Transcript.MaterialsMax);
        builder.Property(r => r.Digest).HasMaxLength(Transcript.DigestLength);
        builder.Ignore(r => r.Lines);
        builder.HasOne<Reception>().WithMany().HasForeignKey(r => r.ReceptionId);
        builder.HasIndex(r => new { r.ReceptionId, r.Number }).IsUnique();
    }
}
