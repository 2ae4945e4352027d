using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Petitions.Domain.Petitions;
using Petitions.Domain.Petitions.Replies;

namespace Petitions.Data.Mappings.Petitions;

internal sealed class ReplyMapping : IEntityTypeConfiguration<Reply>
{
    public void Configure(EntityTypeBuilder<Reply> builder)
    {
        builder.ToTable("replies");
        builder.Property(reply => reply.Id).ValueGeneratedNever();
        builder.Property(reply => reply.Version).IsConcurrencyToken();
        builder.Property(reply => reply.Kind).HasMaxLength(Reply.CodeMax);
        builder.Property(reply => reply.ExemptReason).HasMaxLength(Reply.CodeMax);
        builder.Property(reply => reply.Facts).HasMaxLength(Reply.PartMax);
        builder.Property(reply => reply.Law).HasMaxLength(Reply.PartMax);
        builder.Property(reply => reply.Articles).HasMaxLength(Reply.ArticlesMax);
        builder.Property(reply => reply.Reason).HasMaxLength(Reply.PartMax);
        builder.Property(reply => reply.ClaimAnswers).HasMaxLength(Reply.PartMax);
        builder.Property(reply => reply.Assessment).HasMaxLength(Reply.CodeMax);
        builder.Property(reply => reply.Remedy).HasMaxLength(Reply.CodeMax);
        builder.HasOne<Petition>().WithMany().HasForeignKey(reply => reply.PetitionId);
        builder.HasMany(reply => reply.Rounds).WithOne().HasForeignKey(round => round.ReplyId);
        builder.Navigation(reply => reply.Rounds).HasField("rounds").AutoInclude();
        builder.Ignore(reply => reply.Round);
        builder.HasIndex(reply => new { reply.PetitionId, reply.State });
    }
}

internal sealed class ReplyRoundMapping : IEntityTypeConfiguration<ReplyRound>
{
    public void Configure(EntityTypeBuilder<ReplyRound> builder)
    {
        builder.ToTable("reply_rounds");
        builder.Property(round => round.Id).ValueGeneratedNever();
        builder.Property(round => round.DecisionReason).HasMaxLength(2_000);
        builder.HasIndex(round => new { round.ReplyId, round.Number }).IsUnique();
    }
}

internal sealed class CaseNoteMapping : IEntityTypeConfiguration<CaseNote>
{
    public void Configure(EntityTypeBuilder<CaseNote> builder)
    {
        builder.ToTable("case_notes");
        builder.Property(note => note.Id).ValueGeneratedNever();
        builder.Property(note => note.Text).HasMaxLength(CaseNote.TextMax);
        builder.HasOne<Petition>().WithMany().HasForeignKey(note => note.PetitionId);
        builder.HasIndex(note => new { note.PetitionId, note.At });
    }
}
