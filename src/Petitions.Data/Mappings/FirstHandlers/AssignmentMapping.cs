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

        // Exactly one active row of each kind, decided by the database; several may owe a call-back, each for his own rating.
        builder.HasIndex(assignment => new { assignment.PetitionId, assignment.Kind }).IsUnique().HasFilter("\"to\" IS NULL AND kind <> 'FollowUpOfficer'")
            .HasDatabaseName("ux_assignments_active");
        builder.HasIndex(assignment => new { assignment.StaffId, assignment.To, assignment.PetitionId });
    }
}
