using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Petitions.Data.Search;

namespace Petitions.Data.Mappings.Search;

internal sealed class SearchQueueItemMapping : IEntityTypeConfiguration<SearchQueueItem>
{
    public void Configure(EntityTypeBuilder<SearchQueueItem> builder)
    {
        // No foreign key: a queue is read once, and the job asks for the matter anyway.
        builder.ToTable("search_queue");
        builder.Property(item => item.Id).ValueGeneratedNever();
    }
}
