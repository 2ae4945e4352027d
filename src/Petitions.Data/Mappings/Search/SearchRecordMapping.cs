using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Petitions.Domain.Offices;
using Petitions.Domain.Search;

namespace Petitions.Data.Mappings.Search;

internal sealed class SearchRecordMapping : IEntityTypeConfiguration<SearchRecord>
{
    public void Configure(EntityTypeBuilder<SearchRecord> builder)
    {
        builder.ToTable("search_records");
        builder.Property(record => record.Id).ValueGeneratedNever();
        builder.Property(record => record.Kind).HasMaxLength(SearchRecord.KindMax);
        builder.Property(record => record.Address).HasMaxLength(SearchRecord.AddressMax);
        builder.HasOne<Staff>().WithMany().HasForeignKey(record => record.StaffId);
        builder.HasIndex(record => new { record.StaffId, record.At });
    }
}
