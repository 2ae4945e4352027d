using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Petitions.Domain.Facts;
using Petitions.Domain.Clocks;
using Petitions.Domain.FirstHandlers;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;

namespace Petitions.Data.Mappings.Petitions;

internal sealed class DecisionProposalMapping : IEntityTypeConfiguration<DecisionProposal>
{
    public void Configure(EntityTypeBuilder<DecisionProposal> builder)
    {
        builder.ToTable("decision_proposals");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.Property(p => p.Reason).HasMaxLength(DecisionProposal.ReasonMax);
        builder.Property(p => p.DecisionReason).HasMaxLength(DecisionProposal.ReasonMax);
        builder.Property(p => p.ApproverRole).HasMaxLength(Petition.CodeMax);
        builder.Property(p => p.Ground).HasMaxLength(Petition.CodeMax);
        builder.Property(p => p.Remedy).HasMaxLength(Petition.CodeMax);
        builder.Property(p => p.OrganKind).HasMaxLength(Petition.CodeMax);
        builder.Property(p => p.OrganName).HasMaxLength(DecisionProposal.OrganMax);
        builder.Property(p => p.Extract).HasMaxLength(DecisionProposal.ExtractMax);
        builder.HasOne<Petition>().WithMany().HasForeignKey(p => p.PetitionId);
        builder.HasOne<PetitionClock>().WithMany().HasForeignKey(p => p.ClockId);
        builder.HasIndex(p => new { p.State, p.ProposedAt, p.Id });

        // One open proposal of a kind for a matter, decided by the database.
        builder.HasIndex(p => new { p.PetitionId, p.Kind }).IsUnique().HasFilter("state = 'Waiting'").HasDatabaseName("ux_decision_proposals_waiting");
    }
}

internal sealed class ReadRecordMapping : IEntityTypeConfiguration<ReadRecord>
{
    public void Configure(EntityTypeBuilder<ReadRecord> builder)
    {
        builder.ToTable("read_records");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.RequestId).HasMaxLength(FactRecord.RequestIdMax);
        builder.Property(r => r.What).HasMaxLength(ReadRecord.WhatMax);
        builder.Property(r => r.Address).HasMaxLength(ReadRecord.AddressMax);
        builder.Property(r => r.Reason).HasMaxLength(Assignment.ReasonMax);
        builder.HasOne<Petition>().WithMany().HasForeignKey(r => r.PetitionId);
        builder.HasOne<Staff>().WithMany().HasForeignKey(r => r.StaffId);
        builder.HasIndex(r => new { r.PetitionId, r.At });
        builder.HasIndex(r => new { r.StaffId, r.At });
    }
}
