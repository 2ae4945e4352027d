using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;

namespace Petitions.Data.Mappings.Petitions;

internal sealed class PetitionMapping : IEntityTypeConfiguration<Petition>
{
    private const string Open = "state NOT IN ('Closed', 'Archived')";

    public void Configure(EntityTypeBuilder<Petition> builder)
    {
        builder.ToTable("petitions");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.Property(p => p.Number).HasMaxLength(PetitionNumber.Max);
        builder.Property(p => p.Channel).HasMaxLength(Petition.CodeMax);
        builder.Property(p => p.Language).HasMaxLength(16);
        builder.Property(p => p.Track).HasMaxLength(Petition.CodeMax);
        builder.Property(p => p.Category).HasMaxLength(Petition.CodeMax);
        builder.Property(p => p.SubCategory).HasMaxLength(Petition.CodeMax);
        builder.Property(p => p.Urgency).HasMaxLength(Petition.CodeMax);
        builder.Property(p => p.Confidentiality).HasMaxLength(Petition.CodeMax);
        builder.Property(p => p.IdentityMode).HasMaxLength(Petition.CodeMax);
        builder.Property(p => p.SpecialNeeds).HasMaxLength(Petition.CodesMax);
        builder.Property(p => p.Conditions).HasMaxLength(Petition.CodesMax);
        builder.Property(p => p.AreaCode).HasMaxLength(12);
        builder.Property(p => p.Title).HasMaxLength(Petition.TitleMax);
        builder.Property(p => p.Text).HasMaxLength(Petition.TextMax);
        builder.Property(p => p.Request).HasMaxLength(Petition.RequestMax);
        builder.Property(p => p.ReceiptHash).HasMaxLength(64);
        builder.Property(p => p.Outcome).HasMaxLength(Petition.CodeMax);
        builder.Property(p => p.RetentionClass).HasMaxLength(Petition.CodeMax);
        builder.Ignore(p => p.FirstHandler);
        builder.Ignore(p => p.Content);
        builder.HasMany(p => p.Parties).WithOne().HasForeignKey(party => party.PetitionId);
        builder.HasMany(p => p.Respondents).WithOne().HasForeignKey(respondent => respondent.PetitionId);
        builder.HasMany(p => p.Assignments).WithOne().HasForeignKey(assignment => assignment.PetitionId);
        builder.HasMany(p => p.Additions).WithOne().HasForeignKey(addition => addition.PetitionId);
        builder.HasMany(p => p.Attachments).WithOne().HasForeignKey(attachment => attachment.PetitionId);
        builder.Navigation(p => p.Attachments).HasField("attachments");
        builder.Navigation(p => p.Parties).HasField("parties");
        builder.Navigation(p => p.Respondents).HasField("respondents");
        builder.Navigation(p => p.Assignments).HasField("assignments");
        builder.Navigation(p => p.Additions).HasField("additions");
        builder.HasOne<Office>().WithMany().HasForeignKey(p => p.OfficeId);
        builder.HasOne<Department>().WithMany().HasForeignKey(p => p.DepartmentId);
        builder.HasIndex(p => p.Number).IsUnique();

        // Each list has the index it needs: office register, department, first handler, due lists.
        builder.HasIndex(p => new { p.OfficeId, p.ReceivedAt, p.Id });
        builder.HasIndex(p => new { p.OfficeId, p.State, p.ReceivedAt, p.Id });
        builder.HasIndex(p => new { p.DepartmentId, p.State, p.ReceivedAt, p.Id });
        builder.HasIndex(p => p.FirstHandlerId);
        builder.HasIndex(p => new { p.RegisteredBy, p.OfficeId });

        // Lists across offices read what is open, or new, or in one state, in the order of receipt or of the due date. The words
        // of the filter are those of the lists' own conditions: both engines take such an index only then. Behind the order
        // stands what the reach asks for: boxes are counted, and their pages chosen, without reading a petition (ListIndexTests).
        builder.HasIndex(p => new { p.ReceivedAt, p.Id, p.OfficeId, p.State, p.NextDueOn, p.DepartmentId, p.FirstHandlerId, p.RegisteredBy }, "ix_petitions_open").HasFilter(Open);
        builder.HasIndex(p => new { p.ReceivedAt, p.Id, p.OfficeId, p.State, p.DepartmentId, p.FirstHandlerId, p.RegisteredBy }, "ix_petitions_unaccepted")
            .HasFilter("state IN ('Registered', 'Screening', 'AwaitingMaterials')");
        builder.HasIndex(p => new { p.NextDueOn, p.Id, p.OfficeId, p.State, p.DepartmentId, p.FirstHandlerId, p.RegisteredBy }, "ix_petitions_due").HasFilter(Open);
        builder.HasIndex(p => new { p.StateSince, p.Id, p.OfficeId, p.State, p.DepartmentId, p.Track, p.FirstHandlerId, p.RegisteredBy }, "ix_petitions_drafted")
            .HasFilter("state = 'OpinionDrafted'");
        builder.HasIndex(p => new { p.State, p.ReceivedAt, p.Id });

        // Whoever sees only his own has few of many: they are found by him (BoardScope).
        builder.HasIndex(p => new { p.FirstHandlerId, p.Id }, "ix_petitions_handled_open").HasFilter(Open);
        builder.HasIndex(p => new { p.RegisteredBy, p.Id }, "ix_petitions_registered_open").HasFilter(Open);

        // What has been open for years is looked for every night (JointVisitProposals).
        builder.HasIndex(p => new { p.ReceivedOn, p.Id }, "ix_petitions_received_open").HasFilter(Open);

        // Open emergencies are few: the board's alerts read them alone.
        builder.HasIndex(p => new { p.OfficeId, p.Urgency, p.ReceivedAt }).HasFilter($"urgency = 'Emergency' AND {Open}").HasDatabaseName("ix_petitions_emergency");
        builder.ToTable(table => table.HasCheckConstraint("ck_petitions_first_handler",
            "(first_handler_id IS NULL AND first_handler_department_id IS NULL AND first_handler_office_id IS NULL) "
            + "OR (first_handler_id IS NOT NULL AND first_handler_department_id IS NOT NULL AND first_handler_office_id IS NOT NULL)"));

        // No case without an owner, ever.
        builder.ToTable(table => table.HasCheckConstraint("ck_petitions_owner",
            "first_handler_id IS NOT NULL OR state NOT IN ('Accepted', 'InHandling', 'OpinionDrafted', 'Approved', 'Replied')"));
    }
}

internal sealed class PetitionAdditionMapping : IEntityTypeConfiguration<PetitionAddition>
{
    public void Configure(EntityTypeBuilder<PetitionAddition> builder)
    {
        builder.ToTable("petition_additions");
        builder.Property(addition => addition.Id).ValueGeneratedNever();
        builder.Property(addition => addition.Text).HasMaxLength(PetitionAddition.TextMax);
        builder.Property(addition => addition.Channel).HasMaxLength(Petition.CodeMax);
        builder.Property(addition => addition.LateReason).HasMaxLength(PetitionAddition.ReasonMax);
        builder.HasIndex(addition => addition.SubmissionKey).IsUnique().HasFilter("submission_key IS NOT NULL");
    }
}
