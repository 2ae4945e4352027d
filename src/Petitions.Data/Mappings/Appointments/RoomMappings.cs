using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Petitions.Domain.Appointments;
using Petitions.Domain.Offices;
using Petitions.Domain.VideoVisits;

namespace Petitions.Data.Mappings.Appointments;

internal sealed class RoomMapping : IEntityTypeConfiguration<Room>
{
    public void Configure(EntityTypeBuilder<Room> builder)
    {
        builder.ToTable("rooms");
        builder.Property(room => room.Id).ValueGeneratedNever();
        builder.Property(room => room.Version).IsConcurrencyToken();
        builder.Property(room => room.NameZh).HasMaxLength(Room.NameMax);
        builder.Property(room => room.NameEn).HasMaxLength(Room.NameMax);
        builder.HasOne<Office>().WithMany().HasForeignKey(room => room.OfficeId);
        builder.HasOne<ServicePoint>().WithMany().HasForeignKey(room => room.ServicePointId);
        builder.HasIndex(room => room.SubmissionKey).IsUnique();
    }
}

internal sealed class RoomBookingMapping : IEntityTypeConfiguration<RoomBooking>
{
    public void Configure(EntityTypeBuilder<RoomBooking> builder)
    {
        builder.ToTable("room_bookings");
        builder.Property(booking => booking.Id).ValueGeneratedNever();
        builder.Property(booking => booking.Version).IsConcurrencyToken();
        builder.Property(booking => booking.Purpose).HasMaxLength(RoomBooking.PurposeMax);
        builder.HasOne<Room>().WithMany().HasForeignKey(booking => booking.RoomId);
        builder.HasOne<ReceptionSession>().WithMany().HasForeignKey(booking => booking.SessionId);
        builder.HasOne<VideoVisit>().WithMany().HasForeignKey(booking => booking.VideoVisitId);
        builder.HasMany(booking => booking.Quarters).WithOne().HasForeignKey(quarter => quarter.BookingId);
        builder.Navigation(booking => booking.Quarters).HasField("quarters");

        // The calendar of a room.
        builder.HasIndex(booking => new { booking.RoomId, booking.Day, booking.StartsAt });
    }
}

internal sealed class LeaderQuarterMapping : IEntityTypeConfiguration<LeaderQuarter>
{
    public void Configure(EntityTypeBuilder<LeaderQuarter> builder)
    {
        builder.ToTable("leader_quarters");
        builder.Property(quarter => quarter.Id).ValueGeneratedNever();
        builder.HasOne<Staff>().WithMany().HasForeignKey(quarter => quarter.LeaderId);
        builder.HasOne<ReceptionSession>().WithMany().HasForeignKey(quarter => quarter.SessionId);

        // Nobody sits in two sessions in the same quarter of an hour: the guard on both engines.
        builder.HasIndex(quarter => new { quarter.LeaderId, quarter.StartsAt }).IsUnique();
    }
}

internal sealed class RoomQuarterMapping : IEntityTypeConfiguration<RoomQuarter>
{
    public void Configure(EntityTypeBuilder<RoomQuarter> builder)
    {
        builder.ToTable("room_quarters");
        builder.Property(quarter => quarter.Id).ValueGeneratedNever();
        builder.HasOne<Room>().WithMany().HasForeignKey(quarter => quarter.RoomId);

        // No room is taken twice for the same quarter of an hour: the guard against double booking on both engines.
        builder.HasIndex(quarter => new { quarter.RoomId, quarter.StartsAt }).IsUnique();
    }
}
