using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Petitions.Domain.FollowUps;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Domain.Receptions;

namespace Petitions.Data.Mappings.FollowUps;

internal sealed class CallbackTaskMapping : IEntityTypeConfiguration<CallbackTask>
{
    public void Configure(EntityTypeBuilder<CallbackTask> builder)
    {
        builder.ToTable("callback_tasks");
        builder.Property(task => task.Id).ValueGeneratedNever();
        builder.Property(task => task.Version).IsConcurrencyToken();
        builder.HasOne<Petition>().WithMany().HasForeignKey(task => task.PetitionId);

        builder.Property(task => task.Trigger).HasMaxLength(Petition.CodeMax);
        builder.HasOne<Staff>().WithMany().HasForeignKey(task => task.OfficerId);
        builder.HasOne<Petition>().WithMany().HasForeignKey(task => task.ReviewId);

        builder.HasOne<Reception>().WithMany().HasForeignKey(task => task.ReceptionId);

        // One for each reply and one for each visit: the database decides.
        builder.HasIndex(task => task.ReplyId).IsUnique();
        builder.HasIndex(task => task.ReceptionId).IsUnique();
        builder.ToTable(table => table.HasCheckConstraint("ck_callback_tasks_of_one", "(reply_id IS NULL) <> (reception_id IS NULL)"));
        builder.HasIndex(task => new { task.OpenedAt, task.Id }).HasFilter("done_at IS NULL").HasDatabaseName("ix_callback_tasks_open");

        // What an officer has to do, and how many he has when the next one is given.
        builder.HasIndex(task => new { task.OfficerId, task.OpenedAt }).HasFilter("done_at IS NULL").HasDatabaseName("ix_callback_tasks_officer");
    }
}
