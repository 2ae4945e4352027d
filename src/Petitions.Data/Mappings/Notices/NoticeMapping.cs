using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Petitions.Domain.Notices;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;

namespace Petitions.Data.Mappings.Notices;

internal sealed class LetterStepMapping : IEntityTypeConfiguration<LetterStep>
{
    public void Configure(EntityTypeBuilder<LetterStep> builder)
    {
        builder.ToTable("letter_steps");
        builder.Property(step => step.Id).ValueGeneratedNever();
        builder.Property(step => step.Detail).HasMaxLength(LetterStep.DetailMax);
        builder.HasOne<Notice>().WithMany().HasForeignKey(step => step.NoticeId);
        builder.HasIndex(step => new { step.NoticeId, step.At, step.Id });
    }
}

internal sealed class NoticeMapping : IEntityTypeConfiguration<Notice>
{
    private const string ByPerson = "channel IN ('Post', 'PlainEnvelope', 'Telephone', 'Counter')";

    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.ToTable("notices");
        builder.Property(notice => notice.Id).ValueGeneratedNever();
        builder.Property(notice => notice.Version).IsConcurrencyToken();
        builder.Property(notice => notice.Key).HasMaxLength(Notice.KeyMax);
        builder.Property(notice => notice.Channel).HasMaxLength(Petition.CodeMax);
        builder.Property(notice => notice.Template).HasMaxLength(Notice.TemplateMax);
        builder.Property(notice => notice.Language).HasMaxLength(16);
        builder.Property(notice => notice.Subject).HasMaxLength(Notice.SubjectMax);
        builder.Property(notice => notice.LastError).HasMaxLength(Notice.ErrorMax);
        builder.Ignore(notice => notice.IsLetter);
        builder.Property(notice => notice.PostalNumber).HasMaxLength(Notice.PostalNumberMax);
        builder.Property(notice => notice.ReturnReason).HasMaxLength(Notice.ReturnReasonMax);
        // What a person serves, oldest first: a small part of all notices. The words of the filters are those of the lists' own
        // conditions (ListIndexTests): one box of an office, and all of its boxes at once.
        builder.HasOne<Office>().WithMany().HasForeignKey(notice => notice.OfficeId);
        builder.HasIndex(notice => new { notice.OfficeId, notice.State, notice.CreatedAt, notice.Id }).HasFilter(ByPerson).HasDatabaseName("ix_notices_by_person");
        builder.HasIndex(notice => new { notice.OfficeId, notice.CreatedAt, notice.Id })
            .HasFilter($"{ByPerson} AND state IN ('Queued', 'Printed', 'Sent', 'Returned', 'Failed')").HasDatabaseName("ix_notices_in_hand");

        // What reached nobody, for the alerts.
        builder.HasIndex(notice => new { notice.CreatedAt, notice.Id, notice.PetitionId }, "ix_notices_undelivered")
            .HasFilter("state IN ('Parked', 'GivenUp', 'Returned') AND staff_id IS NULL AND petition_id IS NOT NULL");
        builder.HasIndex(notice => notice.Key).IsUnique();
        builder.HasIndex(notice => new { notice.State, notice.NextAttemptAt, notice.Id });
        builder.HasIndex(notice => new { notice.PetitionId, notice.CreatedAt, notice.Id });
        builder.HasIndex(notice => new { notice.StaffId, notice.CreatedAt, notice.Id });
    }
}
