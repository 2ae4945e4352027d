using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Petitions.Domain.Commitments;
using Petitions.Domain.Offices;

namespace Petitions.Data.Mappings.Commitments;

internal sealed class PromiseResultMapping : IEntityTypeConfiguration<PromiseResult>
{
    public void Configure(EntityTypeBuilder<PromiseResult> builder)
    {
        builder.ToTable("promise_results");
        builder.Property(result => result.Id).ValueGeneratedNever();
        builder.Property(result => result.Note).HasMaxLength(PromiseResult.NoteMax);
        builder.HasOne<Staff>().WithMany().HasForeignKey(result => result.JudgedBy);

        // A promise is kept, broken or done late once each, on however many nodes the night falls.
        builder.HasIndex(result => new { result.PromiseId, result.Outcome }).IsUnique();
    }
}
