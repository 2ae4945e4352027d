using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;

namespace Petitions.Data.Mappings.People;

internal sealed class PetitionPartyMapping : IEntityTypeConfiguration<PetitionParty>
{
    public void Configure(EntityTypeBuilder<PetitionParty> builder)
    {
        builder.ToTable("petition_parties");
        builder.Property(party => party.Id).ValueGeneratedNever();
        builder.Property(party => party.Relation).HasMaxLength(PetitionParty.RelationMax);
        builder.Property(party => party.Name).HasMaxLength(PersonName.Max);
        builder.Property(party => party.NameKey).HasMaxLength(PersonName.Max * 2);
        builder.Property(party => party.Identity).HasMaxLength(PetitionParty.BlockMax);
        builder.Property(party => party.NoticeWay).HasMaxLength(Petition.CodeMax);
        builder.HasIndex(party => party.IdNumberIndex);
        builder.HasIndex(party => party.PhoneIndex);
        builder.HasIndex(party => new { party.NameKey, party.BirthYear, party.Id });
    }
}

internal sealed class RespondentMapping : IEntityTypeConfiguration<Respondent>
{
    public void Configure(EntityTypeBuilder<Respondent> builder)
    {
        builder.ToTable("respondents");
        builder.Property(respondent => respondent.Id).ValueGeneratedNever();
        builder.Property(respondent => respondent.Name).HasMaxLength(PersonName.Max);
        builder.Property(respondent => respondent.NameKey).HasMaxLength(PersonName.Max * 2);
        builder.HasIndex(respondent => new { respondent.PetitionId, respondent.StaffId });

        // Anonymous matters on the same person or unit are found by its name (domain.md 3.7).
        builder.HasIndex(respondent => new { respondent.NameKey, respondent.Id });

        // The wall asks for a person and for his departments on every list.
        builder.HasIndex(respondent => respondent.StaffId).HasFilter("staff_id IS NOT NULL");
        builder.HasIndex(respondent => respondent.DepartmentId).HasFilter("department_id IS NOT NULL");
    }
}
