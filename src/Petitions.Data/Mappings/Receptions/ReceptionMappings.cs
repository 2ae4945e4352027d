using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;
using Petitions.Domain.Receptions;

namespace Petitions.Data.Mappings.Receptions;

internal sealed class ReceptionMapping : IEntityTypeConfiguration<Reception>
{
    public void Configure(EntityTypeBuilder<Reception> builder)
    {
        builder.ToTable("receptions");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.Property(r => r.Prefix).HasMaxLength(Ticket.PrefixMax);
        builder.Property(r => r.Form).HasMaxLength(Reception.CodeMax);
        builder.Property(r => r.Needs).HasMaxLength(Petition.CodesMax);
        builder.Property(r => r.Priority).HasMaxLength(Reception.CodeMax);
        builder.Property(r => r.Topic).HasMaxLength(Reception.TopicMax);
        builder.Property(r => r.SentNote).HasMaxLength(Reception.NoteMax);
        builder.Property(r => r.OutcomeNote).HasMaxLength(Reception.NoteMax);
        builder.Ignore(r => r.Ticket);
        builder.Ignore(r => r.Place);
        builder.Ignore(r => r.ActsFor);
        builder.HasMany(r => r.Visitors).WithOne().HasForeignKey(visitor => visitor.ReceptionId);
        builder.HasMany(r => r.Matters).WithOne().HasForeignKey(matter => matter.ReceptionId);
        builder.HasMany(r => r.Steps).WithOne().HasForeignKey(step => step.ReceptionId);
        builder.Navigation(r => r.Visitors).HasField("visitors");
        builder.Navigation(r => r.Matters).HasField("matters");
        builder.Navigation(r => r.Steps).HasField("steps");
        builder.HasOne<Office>().WithMany().HasForeignKey(r => r.OfficeId);
        builder.HasOne<ServicePoint>().WithMany().HasForeignKey(r => r.ServicePointId);
        builder.HasIndex(r => r.SubmissionKey).IsUnique();
        builder.HasIndex(r => r.PlaceToken).IsUnique();

        // Two clerks at once get two tickets, and no number is left out.
        builder.HasIndex(r => new { r.ServicePointId, r.Day, r.Prefix, r.TicketNumber }).IsUnique().HasDatabaseName("ux_receptions_ticket");

        // One person called or heard at a time by one receiver.
        builder.HasIndex(r => r.ReceiverId).IsUnique().HasFilter("state IN ('Called', 'InReception')").HasDatabaseName("ux_receptions_receiver");

        // The register of an office and its statistics (issue 4 item 7): a period is a stretch of arrivals.
        builder.HasIndex(r => new { r.OfficeId, r.ArrivedAt, r.Id });

        // The queue of a point, the day sheet, the display.
        builder.HasIndex(r => new { r.ServicePointId, r.Day, r.State, r.QueueRank, r.QueueAt, r.Id });
    }
}

internal sealed class ReceptionVisitorMapping : IEntityTypeConfiguration<ReceptionVisitor>
{
    public void Configure(EntityTypeBuilder<ReceptionVisitor> builder)
    {
        builder.ToTable("reception_visitors");
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.Property(v => v.Relation).HasMaxLength(PetitionParty.RelationMax);
        builder.Property(v => v.Name).HasMaxLength(PersonName.Max);
        builder.Property(v => v.NameKey).HasMaxLength(PersonName.Max * 2);
        builder.Property(v => v.ActsFor).HasMaxLength(PersonName.Max);
        builder.Property(v => v.Identity).HasMaxLength(PetitionParty.BlockMax);
        builder.HasIndex(v => v.IdNumberIndex);
        builder.HasIndex(v => v.PhoneIndex);
        builder.HasIndex(v => new { v.NameKey, v.BirthYear, v.Id });
    }
}

internal sealed class ReceptionMatterMapping : IEntityTypeConfiguration<ReceptionMatter>
{
    public void Configure(EntityTypeBuilder<ReceptionMatter> builder)
    {
        builder.ToTable("reception_matters");
        builder.HasKey(m => new { m.ReceptionId, m.PetitionId });
        builder.HasOne<Petition>().WithMany().HasForeignKey(m => m.PetitionId);
        builder.HasIndex(m => m.PetitionId);
    }
}

internal sealed class ReceptionStepMapping : IEntityTypeConfiguration<ReceptionStep>
{
    public void Configure(EntityTypeBuilder<ReceptionStep> builder)
    {
        builder.ToTable("reception_steps");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasIndex(s => new { s.ReceptionId, s.At });
    }
}
