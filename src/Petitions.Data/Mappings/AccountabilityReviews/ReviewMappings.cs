using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Petitions.Domain.AccountabilityReviews;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;

namespace Petitions.Data.Mappings.AccountabilityReviews;

internal sealed class AccountabilityReviewMapping : IEntityTypeConfiguration<AccountabilityReview>
{
    public void Configure(EntityTypeBuilder<AccountabilityReview> builder)
    {
        builder.ToTable("accountability_reviews");
        builder.Property(review => review.Id).ValueGeneratedNever();
        builder.Property(review => review.Version).IsConcurrencyToken();
        builder.Property(review => review.Reason).HasMaxLength(AccountabilityReview.ReasonMax);
        builder.Property(review => review.Questions).HasMaxLength(AccountabilityReview.QuestionsMax);
        builder.Property(review => review.ToldText).HasMaxLength(AccountabilityReview.OutcomeMax);
        builder.Property(review => review.Causes).IsCodes(AccountabilityReview.CausesMax);
        builder.Ignore(review => review.IsCollecting);
        builder.Ignore(review => review.StandingFactors);
        builder.Ignore(review => review.IsWithoutFault);
        builder.HasOne<Petition>().WithMany().HasForeignKey(review => review.PetitionId);
        builder.HasOne<Office>().WithMany().HasForeignKey(review => review.OfficeId);
        builder.HasOne<Office>().WithMany().HasForeignKey(review => review.InvestigatingOfficeId);
        builder.HasOne<Department>().WithMany().HasForeignKey(review => review.BodyId);
        builder.HasOne<ReviewChecklist>().WithMany().HasForeignKey(review => review.ChecklistId);
        builder.HasMany(review => review.Triggers).WithOne().HasForeignKey(row => row.ReviewId);
        builder.HasMany(review => review.Members).WithOne().HasForeignKey(row => row.ReviewId);
        builder.HasMany(review => review.Officers).WithOne().HasForeignKey(row => row.ReviewId);
        builder.HasMany(review => review.Findings).WithOne().HasForeignKey(row => row.ReviewId);
        builder.HasMany(review => review.Opinions).WithOne().HasForeignKey(row => row.ReviewId);
        builder.HasMany(review => review.Notes).WithOne().HasForeignKey(row => row.ReviewId);
        builder.HasMany(review => review.Lessons).WithOne().HasForeignKey(row => row.ReviewId);
        builder.Navigation(review => review.Triggers).HasField("triggers");
        builder.Navigation(review => review.Members).HasField("members");
        builder.Navigation(review => review.Officers).HasField("officers");
        builder.Navigation(review => review.Findings).HasField("findings");
        builder.Navigation(review => review.Opinions).HasField("opinions");
        builder.Navigation(review => review.Notes).HasField("notes");
        builder.Navigation(review => review.Lessons).HasField("lessons");

        // The list of the inspection department, newest event first; what was closed in a year.
        builder.HasIndex(review => new { review.OfficeId, review.ProposedAt, review.Id });
        builder.HasIndex(review => new { review.OfficeId, review.ClosedAt });

        // Two events of one case make one proposal, whoever writes first.
        builder.HasIndex(review => review.PetitionId).IsUnique().HasFilter("state IN ('Proposed', 'Opened', 'Investigating', 'Heard')").HasDatabaseName("ux_accountability_reviews_running");
    }
}

internal sealed class ReviewTriggerMapping : IEntityTypeConfiguration<ReviewTrigger>
{
    public void Configure(EntityTypeBuilder<ReviewTrigger> builder)
    {
        builder.ToTable("review_triggers");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Code).HasMaxLength(ReviewTrigger.CodeMax);
        builder.Property(row => row.FactKind).HasMaxLength(ReviewTrigger.KindMax);
        builder.Property(row => row.Reason).HasMaxLength(AccountabilityReview.ReasonMax);
        builder.HasOne<FactRecord>().WithMany().HasForeignKey(row => row.FactId);

        // One event proposes once, on however many nodes the job runs.
        builder.HasIndex(row => row.FactId).IsUnique().HasDatabaseName("ux_review_triggers_fact");
    }
}

internal sealed class ReviewMemberMapping : IEntityTypeConfiguration<ReviewMember>
{
    public void Configure(EntityTypeBuilder<ReviewMember> builder)
    {
        builder.ToTable("review_members");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.HasOne<Staff>().WithMany().HasForeignKey(row => row.StaffId);
        builder.HasIndex(row => new { row.ReviewId, row.StaffId }).IsUnique();
        builder.HasIndex(row => row.ReviewId).IsUnique().HasFilter("\"lead\"").HasDatabaseName("ux_review_members_lead");
    }
}

internal sealed class ReviewedOfficerMapping : IEntityTypeConfiguration<ReviewedOfficer>
{
    public void Configure(EntityTypeBuilder<ReviewedOfficer> builder)
    {
        builder.ToTable("reviewed_officers");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Statement).HasMaxLength(ReviewedOfficer.StatementMax);
        builder.Property(row => row.NoStatement).HasMaxLength(ReviewedOfficer.ReasonMax);
        builder.Property(row => row.Causation).HasMaxLength(ReviewedOfficer.ReasonMax);
        builder.Property(row => row.DecisionReason).HasMaxLength(ReviewedOfficer.ReasonMax);
        builder.Property(row => row.DecisionNumber).HasMaxLength(ReviewedOfficer.NumberMax);
        builder.Property(row => row.ServedWay).HasMaxLength(ReviewedOfficer.WayMax);
        builder.Property(row => row.RecheckGrounds).HasMaxLength(ReviewedOfficer.ReasonMax);
        builder.Property(row => row.RecheckReason).HasMaxLength(ReviewedOfficer.ReasonMax);
        builder.Property(row => row.AppealGrounds).HasMaxLength(ReviewedOfficer.ReasonMax);
        builder.Property(row => row.AppealReason).HasMaxLength(ReviewedOfficer.ReasonMax);
        builder.Property(row => row.AppealOrgan).HasMaxLength(ReviewedOfficer.OrganMax);
        builder.Ignore(row => row.IsCleared);
        builder.Ignore(row => row.IsRemedyPending);
        builder.Ignore(row => row.IsClearedByTheEnd);
        builder.Ignore(row => row.Stage);
        builder.HasOne<Staff>().WithMany().HasForeignKey(row => row.StaffId);
        builder.HasIndex(row => new { row.ReviewId, row.StaffId }).IsUnique();

        // The officer's own page: what was put to him.
        builder.HasIndex(row => new { row.StaffId, row.AskedAt });

        // No measure without a finding of liability, whoever writes to the table.
        builder.ToTable(table => table.HasCheckConstraint("ck_reviewed_officers_measure",
            "(measure IS NULL AND opinion IS NULL) OR (measure IS NOT NULL AND opinion IS NOT NULL AND (opinion <> 'NoLiability' OR measure = 'None'))"));
        builder.ToTable(table => table.HasCheckConstraint("ck_reviewed_officers_order",
            "(decided_at IS NULL OR advised_at IS NOT NULL) AND (advised_at IS NULL OR heard_at IS NOT NULL) AND (heard_at IS NULL OR asked_at IS NOT NULL)"));
    }
}

internal sealed class ReviewFindingMapping : IEntityTypeConfiguration<ReviewFinding>
{
    public void Configure(EntityTypeBuilder<ReviewFinding> builder)
    {
        builder.ToTable("review_findings");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Factor).HasMaxLength(ReviewFinding.CodeMax);
        builder.Property(row => row.Text).HasMaxLength(ReviewFinding.TextMax);
        builder.HasOne<ReviewedOfficer>().WithMany().HasForeignKey(row => row.OfficerId);
        builder.HasMany(row => row.Citations).WithOne().HasForeignKey(cited => cited.FindingId);
        builder.Navigation(row => row.Citations).HasField("citations");
    }
}

internal sealed class ReviewCitationMapping : IEntityTypeConfiguration<ReviewCitation>
{
    public void Configure(EntityTypeBuilder<ReviewCitation> builder)
    {
        builder.ToTable("review_citations");
        builder.HasKey(row => new { row.FindingId, row.FactId });
        builder.Property(row => row.Kind).HasMaxLength(ReviewTrigger.KindMax);

        // A finding rests on facts that are there; facts are never deleted.
        builder.HasOne<FactRecord>().WithMany().HasForeignKey(row => row.FactId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ReviewOpinionMapping : IEntityTypeConfiguration<ReviewOpinion>
{
    public void Configure(EntityTypeBuilder<ReviewOpinion> builder)
    {
        builder.ToTable("review_opinions");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Causation).HasMaxLength(ReviewedOfficer.ReasonMax);
        builder.HasOne<ReviewedOfficer>().WithMany().HasForeignKey(row => row.OfficerId);
    }
}

internal sealed class ReviewNoteMapping : IEntityTypeConfiguration<ReviewNote>
{
    public void Configure(EntityTypeBuilder<ReviewNote> builder)
    {
        builder.ToTable("review_notes");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Text).HasMaxLength(ReviewNote.TextMax);
    }
}

internal sealed class ReviewLessonMapping : IEntityTypeConfiguration<ReviewLesson>
{
    public void Configure(EntityTypeBuilder<ReviewLesson> builder)
    {
        builder.ToTable("review_lessons");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Cause).HasMaxLength(ReviewFinding.CodeMax);
        builder.Property(row => row.Text).HasMaxLength(ReviewLesson.TextMax);
    }
}

internal sealed class ReviewChecklistMapping : IEntityTypeConfiguration<ReviewChecklist>
{
    public void Configure(EntityTypeBuilder<ReviewChecklist> builder)
    {
        builder.ToTable("review_checklists");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Text).HasMaxLength(ReviewChecklist.TextMax);
        builder.Property(row => row.Reason).HasMaxLength(ReviewChecklist.ReasonMax);
        builder.Ignore(row => row.Steps);
        builder.HasOne<Office>().WithMany().HasForeignKey(row => row.OfficeId);
        builder.HasIndex(row => new { row.OfficeId, row.Number }).IsUnique();
    }
}

internal sealed class ReviewCheckMapping : IEntityTypeConfiguration<ReviewCheck>
{
    public void Configure(EntityTypeBuilder<ReviewCheck> builder)
    {
        builder.ToTable("review_checks");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Note).HasMaxLength(ReviewCheck.NoteMax);
        builder.HasOne<AccountabilityReview>().WithMany().HasForeignKey(row => row.ReviewId);
    }
}

internal sealed class ReviewClockMapping : IEntityTypeConfiguration<ReviewClock>
{
    public void Configure(EntityTypeBuilder<ReviewClock> builder)
    {
        builder.ToTable("review_clocks");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.Property(row => row.RuleId).HasMaxLength(64);
        builder.Property(row => row.ExtensionReason).HasMaxLength(ReviewClock.ReasonMax);
        builder.Ignore(row => row.IsExtensionAsked);
        builder.HasOne<AccountabilityReview>().WithMany().HasForeignKey(row => row.ReviewId);
        builder.HasOne<ReviewedOfficer>().WithMany().HasForeignKey(row => row.OfficerId);
        builder.HasIndex(row => new { row.State, row.DueOn });
    }
}

internal sealed class ReviewDocumentMapping : IEntityTypeConfiguration<ReviewDocument>
{
    public void Configure(EntityTypeBuilder<ReviewDocument> builder)
    {
        builder.ToTable("review_documents");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Type).HasMaxLength(ReviewDocument.TypeMax);
        builder.Property(row => row.Title).HasMaxLength(ReviewDocument.TitleMax);
        builder.Property(row => row.NumberText).HasMaxLength(ReviewDocument.NumberMax);
        builder.HasOne<AccountabilityReview>().WithMany().HasForeignKey(row => row.ReviewId);
        builder.HasOne<ReviewedOfficer>().WithMany().HasForeignKey(row => row.OfficerId);
        builder.HasIndex(row => row.NumberText).IsUnique().HasDatabaseName("ux_review_documents_number");
    }
}
