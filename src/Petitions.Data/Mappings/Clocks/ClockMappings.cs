using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Petitions.Domain.Clocks;
using Petitions.Domain.Petitions;
using Petitions.Domain.Reference;

namespace Petitions.Data.Mappings.Clocks;

internal sealed class ClockRuleMapping : IEntityTypeConfiguration<ClockRule>
{
    public void Configure(EntityTypeBuilder<ClockRule> builder)
    {
        builder.ToTable("clock_rules");
        builder.Property(rule => rule.Id).ValueGeneratedNever();
        builder.Property(rule => rule.RuleId).HasMaxLength(ReferenceItem.CodeMax);
        builder.Property(rule => rule.NameZh).HasMaxLength(ReferenceItem.TextMax);
        builder.Property(rule => rule.NameEn).HasMaxLength(ReferenceItem.TextMax);
        builder.Property(rule => rule.AppliesTo).HasMaxLength(ReferenceItem.TextMax);
        builder.Property(rule => rule.StopEvents).IsCodes();
        builder.Property(rule => rule.CancelEvents).IsCodes();
        builder.Property(rule => rule.PauseReasons).IsCodes();
        builder.Property(rule => rule.WarnDays).IsNumbers();
        builder.Property(rule => rule.Escalation).IsCodes();
        builder.Property(rule => rule.OnOverdue).IsCodes();
        builder.Property(rule => rule.ExemptWhen).IsCodes();
        builder.Property(rule => rule.SourceKeys).IsCodes();
        builder.HasIndex(rule => new { rule.RuleId, rule.Version }).IsUnique();
    }
}

internal sealed class QuotaRuleMapping : IEntityTypeConfiguration<QuotaRule>
{
    public void Configure(EntityTypeBuilder<QuotaRule> builder)
    {
        builder.ToTable("quota_rules");
        builder.Property(rule => rule.Id).ValueGeneratedNever();
        builder.Property(rule => rule.RuleId).HasMaxLength(ReferenceItem.CodeMax);
        builder.Property(rule => rule.Value).HasMaxLength(200);
        builder.Property(rule => rule.OnBreach).IsCodes();
        builder.Property(rule => rule.SourceKeys).IsCodes();
        builder.HasIndex(rule => new { rule.RuleId, rule.Version }).IsUnique();
    }
}

internal sealed class CalendarDayMapping : IEntityTypeConfiguration<CalendarDay>
{
    public void Configure(EntityTypeBuilder<CalendarDay> builder)
    {
        builder.ToTable("calendar_days");
        builder.HasKey(day => day.Date);
        builder.Property(day => day.NameZh).HasMaxLength(60);
        builder.Property(day => day.NameEn).HasMaxLength(60);
        builder.Property(day => day.Source).HasMaxLength(ReferenceItem.TextMax);
    }
}

internal sealed class PetitionClockMapping : IEntityTypeConfiguration<PetitionClock>
{
    public void Configure(EntityTypeBuilder<PetitionClock> builder)
    {
        builder.ToTable("petition_clocks");
        builder.Property(clock => clock.Id).ValueGeneratedNever();
        builder.Property(clock => clock.Version).IsConcurrencyToken();
        builder.Property(clock => clock.RuleId).HasMaxLength(ReferenceItem.CodeMax);
        builder.Property(clock => clock.StartFactKind).HasMaxLength(64);
        builder.Property(clock => clock.StopFactKind).HasMaxLength(64);
        builder.Property(clock => clock.CancelReason).HasMaxLength(64);
        builder.Property(clock => clock.WarnDays).IsNumbers();
        builder.Property(clock => clock.WarnOn).IsDays();
        builder.Property(clock => clock.WarnedOn).IsDays();
        builder.Ignore(clock => clock.IsOpen);
        builder.HasOne<Petition>().WithMany().HasForeignKey(clock => clock.PetitionId);
        builder.HasMany(clock => clock.Pauses).WithOne().HasForeignKey(pause => pause.ClockId);
        builder.HasMany(clock => clock.Extensions).WithOne().HasForeignKey(extension => extension.ClockId);
        builder.Navigation(clock => clock.Pauses).HasField("pauses").AutoInclude();
        builder.Navigation(clock => clock.Extensions).HasField("extensions").AutoInclude();
        builder.HasIndex(clock => new { clock.State, clock.NextStepOn });
        builder.HasIndex(clock => new { clock.State, clock.DueOn });
        builder.HasIndex(clock => new { clock.PetitionId, clock.State });
    }
}

internal sealed class ClockPauseMapping : IEntityTypeConfiguration<ClockPause>
{
    public void Configure(EntityTypeBuilder<ClockPause> builder)
    {
        builder.ToTable("clock_pauses");
        builder.Property(pause => pause.Id).ValueGeneratedNever();
    }
}

internal sealed class ClockExtensionMapping : IEntityTypeConfiguration<ClockExtension>
{
    public void Configure(EntityTypeBuilder<ClockExtension> builder)
    {
        builder.ToTable("clock_extensions");
        builder.Property(extension => extension.Id).ValueGeneratedNever();
        builder.Ignore(extension => extension.NoticeInTime);
    }
}
