using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Petitions.Domain.Appointments;
using Petitions.Domain.Offices;
using Petitions.Domain.VideoVisits;

namespace Petitions.Data.Mappings.VideoVisits;

internal sealed class VideoVisitMapping : IEntityTypeConfiguration<VideoVisit>
{
    public void Configure(EntityTypeBuilder<VideoVisit> builder)
    {
        builder.ToTable("video_visits");
        builder.HasKey(visit => visit.AppointmentId);
        builder.Property(visit => visit.AppointmentId).ValueGeneratedNever();
        builder.Property(visit => visit.Version).IsConcurrencyToken();
        builder.Property(visit => visit.Note).HasMaxLength(VideoVisit.NoteMax);
        builder.Property(visit => visit.Link).HasMaxLength(VideoVisit.LinkMax);
        builder.Property(visit => visit.Technician).HasMaxLength(VideoVisit.TechnicianMax);
        builder.Property(visit => visit.BackupPhone).HasMaxLength(VideoVisit.PhoneMax);
        builder.Ignore(visit => visit.IsOneHouse);
        builder.Ignore(visit => visit.Waits);
        builder.Ignore(visit => visit.IsLimitMet);
        builder.Ignore(visit => visit.Turn);
        builder.Ignore(visit => visit.LinkFrom);
        builder.HasOne<Appointment>().WithOne().HasForeignKey<VideoVisit>(visit => visit.AppointmentId);
        builder.HasOne<Office>().WithMany().HasForeignKey(visit => visit.JoiningOfficeId);
        builder.HasOne<Office>().WithMany().HasForeignKey(visit => visit.HearingOfficeId);
        builder.HasOne<ServicePoint>().WithMany().HasForeignKey(visit => visit.JoiningPointId);
        builder.HasOne(visit => visit.Recording).WithOne().HasForeignKey<VideoRecording>(recording => recording.AppointmentId);

        // The lists of both ends, and what is to be passed on by when.
        builder.HasIndex(visit => new { visit.JoiningOfficeId, visit.State, visit.ForwardDueOn });
        builder.HasIndex(visit => new { visit.HearingOfficeId, visit.State });
        builder.HasIndex(visit => new { visit.State, visit.ForwardDueOn });
    }
}

internal sealed class VideoRecordingMapping : IEntityTypeConfiguration<VideoRecording>
{
    public void Configure(EntityTypeBuilder<VideoRecording> builder)
    {
        builder.ToTable("video_recordings");
        builder.HasKey(recording => recording.AppointmentId);
        builder.Property(recording => recording.AppointmentId).ValueGeneratedNever();
        builder.Property(recording => recording.Version).IsConcurrencyToken();
        builder.Property(recording => recording.Store).HasMaxLength(VideoRecording.StoreMax);
        builder.Property(recording => recording.Digest).HasMaxLength(VideoRecording.DigestLength);
        builder.Ignore(recording => recording.IsRunning);
    }
}
