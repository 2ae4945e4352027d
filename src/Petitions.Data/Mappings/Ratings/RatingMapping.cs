using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Petitions.Domain.Petitions;
using Petitions.Domain.Ratings;

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

        // Once for each reply: the database decides.
        builder.HasIndex(rating => rating.ReplyId).IsUnique();
    }
}
