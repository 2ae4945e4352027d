using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Petitions.Data.Offices;
using Petitions.Domain.Offices;

namespace Petitions.Data.Mappings.Offices;

internal sealed class StaffAccountMapping : IEntityTypeConfiguration<StaffAccount>
{
    public void Configure(EntityTypeBuilder<StaffAccount> builder)
    {
        builder.ToTable("staff_accounts");
        builder.HasOne<Staff>().WithMany().HasForeignKey(account => account.StaffId);
        builder.HasIndex(account => account.StaffId).IsUnique();
    }
}

internal sealed class StaffSessionMapping : IEntityTypeConfiguration<StaffSession>
{
    public void Configure(EntityTypeBuilder<StaffSession> builder)
    {
        builder.ToTable("staff_sessions");
        builder.Property(session => session.Id).ValueGeneratedNever();
        builder.HasIndex(session => new { session.AccountId, session.EndedAt });
    }
}

internal sealed class SignInFailureMapping : IEntityTypeConfiguration<SignInFailure>
{
    public void Configure(EntityTypeBuilder<SignInFailure> builder)
    {
        builder.ToTable("sign_in_failures");
        builder.Property(failure => failure.Id).ValueGeneratedNever();
        builder.HasIndex(failure => new { failure.Subject, failure.At });
    }
}
