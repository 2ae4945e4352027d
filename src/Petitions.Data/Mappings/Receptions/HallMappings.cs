using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Petitions.Domain.Offices;
using Petitions.Domain.Receptions;

namespace Petitions.Data.Mappings.Receptions;

internal sealed class EmergencyCallMapping : IEntityTypeConfiguration<EmergencyCall>
{
    public void Configure(EntityTypeBuilder<EmergencyCall> builder)
    {
        builder.ToTable("emergency_calls");
        builder.Property(call => call.Id).ValueGeneratedNever();
        builder.Property(call => call.Version).IsConcurrencyToken();
        builder.HasOne<ServicePoint>().WithMany().HasForeignKey(call => call.ServicePointId);
        builder.HasIndex(call => new { call.OfficeId, call.CalledAt, call.Id });
    }
}

internal sealed class HallDeviceMapping : IEntityTypeConfiguration<HallDevice>
{
    public void Configure(EntityTypeBuilder<HallDevice> builder)
    {
        builder.ToTable("hall_devices");
        builder.Property(device => device.Id).ValueGeneratedNever();
        builder.Property(device => device.Version).IsConcurrencyToken();
        builder.Property(device => device.Name).HasMaxLength(HallDevice.NameMax);
        builder.HasOne<ServicePoint>().WithMany().HasForeignKey(device => device.ServicePointId);
        builder.HasIndex(device => device.TokenHash).IsUnique();
    }
}

internal sealed class CounterOpeningMapping : IEntityTypeConfiguration<CounterOpening>
{
    public void Configure(EntityTypeBuilder<CounterOpening> builder)
    {
        builder.ToTable("counter_openings");
        builder.Property(opening => opening.Id).ValueGeneratedNever();
        builder.HasOne<ServicePoint>().WithMany().HasForeignKey(opening => opening.ServicePointId);
        builder.HasIndex(opening => new { opening.ServicePointId, opening.Day, opening.OpenedAt });
    }
}
