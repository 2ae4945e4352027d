using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Petitions.Domain.Exports;
using Petitions.Domain.Offices;

namespace Petitions.Data.Mappings.Exports;

internal sealed class ExportDownloadMapping : IEntityTypeConfiguration<ExportDownload>
{
    public void Configure(EntityTypeBuilder<ExportDownload> builder)
    {
        builder.ToTable("export_downloads");
        builder.Property(download => download.Id).ValueGeneratedNever();
        builder.Property(download => download.Address).HasMaxLength(ExportDownload.AddressMax);
        builder.HasOne<ExportJob>().WithMany().HasForeignKey(download => download.ExportId);
        builder.HasOne<Staff>().WithMany().HasForeignKey(download => download.StaffId);
        builder.HasIndex(download => new { download.ExportId, download.At });
    }
}
