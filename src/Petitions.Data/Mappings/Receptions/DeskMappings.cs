using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Domain.Receptions;

namespace Petitions.Data.Mappings.Receptions;

internal sealed class DaySheetMapping : IEntityTypeConfiguration<DaySheet>
{
    public void Configure(EntityTypeBuilder<DaySheet> builder)
    {
        builder.ToTable("day_sheets");
        builder.Property(sheet => sheet.Id).ValueGeneratedNever();
        builder.Property(sheet => sheet.Version).IsConcurrencyToken();
        builder.HasOne<ServicePoint>().WithMany().HasForeignKey(sheet => sheet.ServicePointId);
        builder.HasIndex(sheet => new { sheet.ServicePointId, sheet.Day }).IsUnique();
    }
}

internal sealed class PersonLookupMapping : IEntityTypeConfiguration<PersonLookup>
{
    public void Configure(EntityTypeBuilder<PersonLookup> builder)
    {
        builder.ToTable("person_lookups");
        builder.Property(lookup => lookup.Id).ValueGeneratedNever();
        builder.Property(lookup => lookup.By).HasMaxLength(PersonLookup.ByMax);
        builder.HasIndex(lookup => new { lookup.StaffId, lookup.At });
    }
}

internal sealed class IntakeEntryMapping : IEntityTypeConfiguration<IntakeEntry>
{
    public void Configure(EntityTypeBuilder<IntakeEntry> builder)
    {
        builder.ToTable("intake_entries");
        builder.HasKey(entry => entry.PetitionId);
        builder.Property(entry => entry.PetitionId).ValueGeneratedNever();
        builder.Property(entry => entry.Channel).HasMaxLength(IntakeEntry.ChannelMax);
        builder.Property(entry => entry.LateReason).HasMaxLength(IntakeEntry.ReasonMax);
        builder.HasOne<Petition>().WithOne().HasForeignKey<IntakeEntry>(entry => entry.PetitionId);
    }
}
