using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Petitions.Domain.Clocks;

namespace Petitions.Data.Mappings.Clocks;

internal sealed class ClockOffsetMapping : IEntityTypeConfiguration<ClockOffset>
{
    public void Configure(EntityTypeBuilder<ClockOffset> builder)
    {
        builder.ToTable("clock_offsets");
        builder.Property(offset => offset.Id).ValueGeneratedNever();
    }
}
