using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Petitions.Domain.Indicators;

namespace Petitions.Data.Mappings.Indicators;

internal sealed class IndicatorItemMapping : IEntityTypeConfiguration<IndicatorItem>
{
    public void Configure(EntityTypeBuilder<IndicatorItem> builder)
    {
        builder.ToTable("indicator_items");
        builder.HasKey(item => new { item.PetitionId, item.Measure, item.TopicId });
        builder.Property(item => item.Apart).HasMaxLength(IndicatorItem.ReasonMax);
        builder.HasIndex(item => new { item.OfficeId, item.Measure, item.Day, item.PetitionId });
    }
}

internal sealed class IndicatorDayMapping : IEntityTypeConfiguration<IndicatorDay>
{
    public void Configure(EntityTypeBuilder<IndicatorDay> builder)
    {
        builder.ToTable("indicator_days");
        builder.HasKey(day => new { day.OfficeId, day.Measure, day.Day, day.DepartmentId, day.Apart });
        builder.Property(day => day.Apart).HasMaxLength(IndicatorItem.ReasonMax);
    }
}

internal sealed class IndicatorCursorMapping : IEntityTypeConfiguration<IndicatorCursor>
{
    public void Configure(EntityTypeBuilder<IndicatorCursor> builder)
    {
        builder.ToTable("indicator_cursors");
        builder.Property(cursor => cursor.Id).ValueGeneratedNever();
        builder.Property(cursor => cursor.Version).IsConcurrencyToken();
    }
}

internal sealed class WeeklyLetterMapping : IEntityTypeConfiguration<WeeklyLetter>
{
    public void Configure(EntityTypeBuilder<WeeklyLetter> builder)
    {
        builder.ToTable("weekly_letters");
        builder.Property(letter => letter.Id).ValueGeneratedNever();
        builder.Property(letter => letter.Content).HasMaxLength(WeeklyLetter.ContentMax);
        builder.HasIndex(letter => new { letter.OfficeId, letter.WeekStart }).IsUnique();
    }
}
