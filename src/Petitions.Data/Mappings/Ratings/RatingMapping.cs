using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Petitions.Domain.Petitions;
using Petitions.Domain.Ratings;
using Petitions.Domain.Receptions;

namespace Petitions.Data.Mappings.Ratings;

internal sealed class RatingMapping : IEntityTypeConfiguration<Rating>
{
    public void Configure(EntityTypeBuilder<Rating> builder)
    {
        builder.ToTable("ratings");
        builder.Property(rating => rating.Id).ValueGeneratedNever();
        builder.Property(rating => rating.Attitude).HasMaxLength(Petition.CodeMax);
        builder.Property(rating => rating.Timeliness).HasMaxLength(Petition.CodeMax);
        builder.Property(rating => rating.Result).HasMaxLength(Petition.CodeMax);
        builder.Property(rating => rating.FirstHandler).HasMaxLength(Petition.CodeMax);
        builder.Property(rating => rating.Comment).HasMaxLength(Rating.CommentMax);
        builder.Ignore(rating => rating.IsLow);
        builder.HasOne<Petition>().WithMany().HasForeignKey(rating => rating.PetitionId);

        builder.HasOne<Reception>().WithMany().HasForeignKey(rating => rating.ReceptionId);

        // Once for each reply and once for each visit: the database decides.
        builder.HasIndex(rating => rating.ReplyId).IsUnique();
        builder.HasIndex(rating => rating.ReceptionId).IsUnique();
        builder.ToTable(table => table.HasCheckConstraint("ck_ratings_of_one", "(reply_id IS NULL) <> (reception_id IS NULL)"));
    }
}
