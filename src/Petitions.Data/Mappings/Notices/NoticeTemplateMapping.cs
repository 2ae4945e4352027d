using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Petitions.Domain.Notices;

namespace Petitions.Data.Mappings.Notices;

internal sealed class NoticeTemplateMapping : IEntityTypeConfiguration<NoticeTemplate>
{
    public void Configure(EntityTypeBuilder<NoticeTemplate> builder)
    {
        builder.ToTable("notice_templates");
        builder.Property(template => template.Id).ValueGeneratedNever();
        builder.Property(template => template.Code).HasMaxLength(Notice.TemplateMax);
        builder.Property(template => template.SubjectZh).HasMaxLength(Notice.SubjectMax);
        builder.Property(template => template.SubjectEn).HasMaxLength(Notice.SubjectMax);
        builder.HasIndex(template => new { template.Code, template.Version }).IsUnique();
    }
}
