using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Petitions.Domain.JointVisits;
using Petitions.Domain.Petitions;
using Petitions.Domain.Petitions.Documents;

namespace Petitions.Data.Mappings.JointVisits;

internal sealed class EscalationMapping : IEntityTypeConfiguration<Escalation>
{
    public void Configure(EntityTypeBuilder<Escalation> builder)
    {
        builder.ToTable("escalations");
        builder.Property(each => each.Id).ValueGeneratedNever();
        builder.Property(each => each.Version).IsConcurrencyToken();
        builder.Property(each => each.ReceiverKind).HasMaxLength(JointSeat.CodeMax);
        builder.Property(each => each.Receiver).HasMaxLength(DecisionProposal.OrganMax);
        builder.Property(each => each.Summary).HasMaxLength(DecisionProposal.ExtractMax);
        builder.Property(each => each.Question).HasMaxLength(DecisionProposal.ReasonMax);
        builder.Property(each => each.SentWay).HasMaxLength(Escalation.WayMax);
        builder.Property(each => each.Answer).HasMaxLength(Escalation.AnswerMax);
        builder.HasOne<Petition>().WithMany().HasForeignKey(each => each.PetitionId);
        builder.HasOne<DecisionProposal>().WithMany().HasForeignKey(each => each.ProposalId);
        builder.HasOne<IssuedDocument>().WithMany().HasForeignKey(each => each.DocumentId);
        builder.HasMany(each => each.Measures).WithOne().HasForeignKey(measure => measure.EscalationId);
        builder.Navigation(each => each.Measures).HasField("measures");
        builder.HasIndex(each => new { each.PetitionId, each.ApprovedAt });
        builder.HasIndex(each => each.ProposalId).IsUnique();
    }
}

internal sealed class EscalationMeasureMapping : IEntityTypeConfiguration<EscalationMeasure>
{
    public void Configure(EntityTypeBuilder<EscalationMeasure> builder)
    {
        builder.ToTable("escalation_measures");
        builder.Property(measure => measure.Id).ValueGeneratedNever();
        builder.Property(measure => measure.Text).HasMaxLength(EscalationMeasure.TextMax);
        builder.Property(measure => measure.Owner).HasMaxLength(JointSeat.OrganMax);
        builder.Property(measure => measure.Result).HasMaxLength(EscalationMeasure.TextMax);
        builder.HasIndex(measure => new { measure.EscalationId, measure.Number }).IsUnique();

        // What the watch over open measures asks every day.
        builder.HasIndex(measure => new { measure.DueOn, measure.Id }).HasFilter("done_at IS NULL").HasDatabaseName("ix_escalation_measures_open");
    }
}
