using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
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
        builder.Property(t => t.Explanation).HasMaxLength(Transcript.PartMax);
        builder.Property(t => t.Materials).HasMaxLength(Transcript.PartMax);
        builder.Property(t => t.Reason).HasMaxLength(Transcript.NoteMax);
        builder.Property(t => t.SignatureNote).HasMaxLength(Transcript.NoteMax);
        builder.Property(t => t.Digest).HasMaxLength(Transcript.DigestLength);
        builder.Ignore(t => t.Text);
        builder.Ignore(t => t.IsSigned);
        builder.HasOne<Reception>().WithMany().HasForeignKey(t => t.ReceptionId);
        builder.HasIndex(t => new { t.ReceptionId, t.Number }).IsUnique();
    }
}
