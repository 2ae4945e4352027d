using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Petitions.Domain.Appointments;
using Petitions.Domain.Offices;

namespace Petitions.Data.Mappings.Appointments;

internal sealed class TimetableRuleMapping : IEntityTypeConfiguration<TimetableRule>
{
    public void Configure(EntityTypeBuilder<TimetableRule> builder)
    {
        builder.ToTable("timetable_rules");
        builder.Property(rule => rule.Id).ValueGeneratedNever();
        builder.Property(rule => rule.Version).IsConcurrencyToken();
        builder.Property(rule => rule.Form).HasMaxLength(ReceptionSession.FormMax);
        builder.Property(rule => rule.Weekdays).IsNumbers();
        builder.Property(rule => rule.Leaders).IsIds(TimetableRule.LeadersMax);
        builder.Ignore(rule => rule.MovesOffHolidays);
        builder.HasOne<Office>().WithMany().HasForeignKey(rule => rule.OfficeId);
        builder.HasOne<ServicePoint>().WithMany().HasForeignKey(rule => rule.ServicePointId);
        builder.HasOne<Room>().WithMany().HasForeignKey(rule => rule.RoomId);
        builder.HasIndex(rule => rule.SubmissionKey).IsUnique();
    }
}

internal sealed class ClosureMapping : IEntityTypeConfiguration<Closure>
{
    public void Configure(EntityTypeBuilder<Closure> builder)
    {
        builder.ToTable("closures");
        builder.Property(closure => closure.Id).ValueGeneratedNever();
        builder.Property(closure => closure.Reason).HasMaxLength(Closure.ReasonMax);
        builder.HasOne<Office>().WithMany().HasForeignKey(closure => closure.OfficeId);
        builder.HasOne<ServicePoint>().WithMany().HasForeignKey(closure => closure.ServicePointId);
        builder.HasIndex(closure => new { closure.OfficeId, closure.LastDay });
        builder.HasIndex(closure => closure.SubmissionKey).IsUnique();
    }
}
