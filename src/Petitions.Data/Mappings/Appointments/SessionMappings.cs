using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Petitions.Domain.Appointments;
using Petitions.Domain.Offices;

namespace Petitions.Data.Mappings.Appointments;

internal sealed class ReceptionSessionMapping : IEntityTypeConfiguration<ReceptionSession>
{
    public void Configure(EntityTypeBuilder<ReceptionSession> builder)
    {
        builder.ToTable("reception_sessions");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.Property(s => s.Form).HasMaxLength(ReceptionSession.FormMax);
        builder.Property(s => s.Reason).HasMaxLength(ReceptionSession.ReasonMax);
        builder.Property(s => s.LeaderNote).HasMaxLength(ReceptionSession.ReasonMax);
        builder.HasMany(s => s.Slots).WithOne().HasForeignKey(slot => slot.SessionId);
        builder.Navigation(s => s.Slots).HasField("slots");
        builder.HasOne<Office>().WithMany().HasForeignKey(s => s.OfficeId);
        builder.HasOne<ServicePoint>().WithMany().HasForeignKey(s => s.ServicePointId);
        builder.HasOne<Staff>().WithMany().HasForeignKey(s => s.LeaderId);

        builder.Ignore(s => s.IsOpen);
        builder.Ignore(s => s.IsMorning);
        builder.HasOne<Room>().WithMany().HasForeignKey(s => s.RoomId);
        builder.HasOne<TimetableRule>().WithMany().HasForeignKey(s => s.RuleId);

        // A regular day is made once, however many nodes make it; a form sent twice plans one session.
        builder.HasIndex(s => new { s.RuleId, s.RuleVersion, s.RuleDay }).IsUnique();
        builder.HasIndex(s => s.SubmissionKey).IsUnique();

        // A leader's days of a year.
        builder.HasIndex(s => new { s.SatById, s.Day });

        // The timetable of a point and of an office, in order.
        builder.HasIndex(s => new { s.ServicePointId, s.Day, s.StartsAt, s.Id });
        builder.HasIndex(s => new { s.OfficeId, s.Day, s.StartsAt, s.Id });
    }
}

internal sealed class SessionSlotMapping : IEntityTypeConfiguration<SessionSlot>
{
    public void Configure(EntityTypeBuilder<SessionSlot> builder)
    {
        builder.ToTable("session_slots");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Ignore(s => s.Places);

        // No slot twice, and the slots of a session in order.
        builder.HasIndex(s => new { s.SessionId, s.StartsAt }).IsUnique();
    }
}
