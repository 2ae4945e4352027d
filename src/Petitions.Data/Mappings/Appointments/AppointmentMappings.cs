using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Petitions.Domain.Appointments;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;
using Petitions.Domain.Receptions;

namespace Petitions.Data.Mappings.Appointments;

internal sealed class AppointmentMapping : IEntityTypeConfiguration<Appointment>
{
    public void Configure(EntityTypeBuilder<Appointment> builder)
    {
        builder.ToTable("appointments");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.Property(a => a.Reason).HasMaxLength(Appointment.CodeMax);
        builder.Property(a => a.Topic).HasMaxLength(Appointment.TopicMax);
        builder.Property(a => a.Needs).HasMaxLength(Appointment.NeedsMax);
        builder.Property(a => a.Language).HasMaxLength(Appointment.LanguageMax);
        builder.Property(a => a.Contact).HasMaxLength(Appointment.ContactMax);
        builder.Property(a => a.EndReason).HasMaxLength(Appointment.ReasonMax);
        builder.Ignore(a => a.Coming);
        builder.Ignore(a => a.IsOver);
        builder.HasMany(a => a.Persons).WithOne().HasForeignKey(person => person.AppointmentId);
        builder.HasMany(a => a.Wishes).WithOne().HasForeignKey(wish => wish.AppointmentId);
        builder.Navigation(a => a.Persons).HasField("persons");
        builder.Navigation(a => a.Wishes).HasField("wishes");
        builder.HasOne<Office>().WithMany().HasForeignKey(a => a.OfficeId);
        builder.HasOne<ServicePoint>().WithMany().HasForeignKey(a => a.ServicePointId);
        builder.HasOne<SessionSlot>().WithMany().HasForeignKey(a => a.SlotId);
        builder.HasOne<ReceptionSession>().WithMany().HasForeignKey(a => a.SessionId);
        builder.HasOne<Petition>().WithMany().HasForeignKey(a => a.PetitionId);
        builder.HasOne<Reception>().WithMany().HasForeignKey(a => a.ReceptionId);
        builder.HasOne<Staff>().WithMany().HasForeignKey(a => a.OfficerId);

        // One form, one appointment (security.md A5); one code, one appointment.
        builder.HasIndex(a => a.SubmissionKey).IsUnique();
        builder.HasIndex(a => a.CodeHash).IsUnique();

        // The last place wanted by two goes to one (security.md C10). What has ended holds no number, and no number is no duplicate.
        builder.HasIndex(a => new { a.SlotId, a.PlaceNumber }).IsUnique().HasDatabaseName("ux_appointments_place");

        // Nobody has more open appointments than the limit, however many forms are sent at once.
        builder.HasIndex(a => new { a.ContactIndex, a.ContactOrdinal }).IsUnique().HasDatabaseName("ux_appointments_contact");
        builder.HasIndex(a => new { a.IdIndex, a.IdOrdinal }).IsUnique().HasDatabaseName("ux_appointments_person");

        // The desk's list of a day; what runs out; the waiting list; the reminders and those who did not come.
        builder.HasIndex(a => new { a.OfficeId, a.ListedAt, a.Id });
        builder.HasIndex(a => new { a.State, a.HeldUntil });
        builder.HasIndex(a => new { a.WantedSessionId, a.State, a.WaitingSince, a.Id });
        builder.HasIndex(a => new { a.State, a.Day });
    }
}

internal sealed class AppointmentPersonMapping : IEntityTypeConfiguration<AppointmentPerson>
{
    public void Configure(EntityTypeBuilder<AppointmentPerson> builder)
    {
        builder.ToTable("appointment_persons");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Name).HasMaxLength(PersonName.Max);
        builder.Property(p => p.NameKey).HasMaxLength(PersonName.Max * 2);
        builder.Property(p => p.Identity).HasMaxLength(PetitionParty.BlockMax);
        builder.Property(p => p.RefusalReason).HasMaxLength(AppointmentPerson.ReasonMax);
        builder.HasIndex(p => new { p.AppointmentId, p.Ordinal }).IsUnique();
        builder.HasIndex(p => p.IdNumberIndex);
        builder.HasIndex(p => p.PhoneIndex);
    }
}

internal sealed class AppointmentWishMapping : IEntityTypeConfiguration<AppointmentWish>
{
    public void Configure(EntityTypeBuilder<AppointmentWish> builder)
    {
        builder.ToTable("appointment_wishes");
        builder.HasKey(w => new { w.AppointmentId, w.Rank });
        builder.Property(w => w.Rank).ValueGeneratedNever();
        builder.HasOne<SessionSlot>().WithMany().HasForeignKey(w => w.SlotId);
    }
}
