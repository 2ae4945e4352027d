using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Petitions.Domain.Offices;

namespace Petitions.Data.Mappings.Offices;

internal sealed class PointPersonMapping : IEntityTypeConfiguration<PointPerson>
{
    public void Configure(EntityTypeBuilder<PointPerson> builder)
    {
        builder.ToTable("point_people");
        builder.HasKey(person => new { person.ServicePointId, person.StaffId });
        builder.HasOne<ServicePoint>().WithMany().HasForeignKey(person => person.ServicePointId);
        builder.HasOne<Staff>().WithMany().HasForeignKey(person => person.StaffId);
        builder.HasIndex(person => person.StaffId);
    }
}
