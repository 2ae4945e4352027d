using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Petitions.Domain.Petitions;

namespace Petitions.Data.Mappings.Petitions;

internal sealed class SubmissionMapping : IEntityTypeConfiguration<Submission>
{
    public void Configure(EntityTypeBuilder<Submission> builder)
    {
        builder.ToTable("submission_keys");
        builder.HasKey(submission => submission.Key);
        builder.Property(submission => submission.Key).ValueGeneratedNever();
        builder.HasOne<Petition>().WithOne().HasForeignKey<Submission>(submission => submission.PetitionId);
    }
}

internal sealed class PetitionDraftMapping : IEntityTypeConfiguration<PetitionDraft>
{
    public void Configure(EntityTypeBuilder<PetitionDraft> builder)
    {
        builder.ToTable("drafts");
        builder.Property(draft => draft.Id).ValueGeneratedNever();
        builder.Property(draft => draft.Answers).HasMaxLength(PetitionDraft.AnswersMax);
        builder.HasIndex(draft => draft.TokenHash).IsUnique();
        builder.HasIndex(draft => draft.ReturnCodeHash).IsUnique();
        builder.HasIndex(draft => draft.ExpiresAt);
    }
}

internal sealed class AccessAttemptMapping : IEntityTypeConfiguration<AccessAttempt>
{
    public void Configure(EntityTypeBuilder<AccessAttempt> builder)
    {
        builder.ToTable("access_attempts");
        builder.Property(attempt => attempt.Id).ValueGeneratedNever();
        builder.HasIndex(attempt => new { attempt.TargetIndex, attempt.At });
        builder.HasIndex(attempt => new { attempt.AddressIndex, attempt.At });
        builder.HasIndex(attempt => attempt.At);
    }
}
