using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Petitions.Domain.FirstHandlers;
using Petitions.Domain.Offices;

namespace Petitions.Data.Mappings.FirstHandlers;

internal sealed class AssignmentMapping : IEntityTypeConfiguration<Assignment>
{
    public void Configure(EntityTypeBuilder<Assignment> builder)
    {
        builder.ToTable("assignments");
        builder.Property(assignment => assignment.Id).ValueGeneratedNever();
        builder.Property(assignment => assignment.Reason).HasMaxLength(Assignment.ReasonMax);
        builder.HasOne<Staff>().WithMany().HasForeignKey(assignment => assignment.StaffId);

        // Exactly one active row of each kind, decided by the database.
        builder.HasIndex(assignment => new { assignment.PetitionId, assignment.Kind }).IsUnique().HasFilter("\"to\" IS NULL")
            .HasDatabaseName("ux_assignments_active");
        builder.HasIndex(assignment => new { assignment.StaffId, assignment.To, assignment.PetitionId });
    }
}
