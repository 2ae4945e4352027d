using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Data.Offices;

namespace Petitions.Services.Offices;

/// <summary>Keeps the secrets of an account (authenticator key, recovery codes) encrypted with the column key: a copy of the database opens nothing.</summary>
public sealed class StaffAccountStore(PetitionsDbContext db, ColumnProtector protector, IdentityErrorDescriber describer)
    : UserOnlyStore<StaffAccount, PetitionsDbContext, Guid>(db, describer)
{
    public override Task SetTokenAsync(StaffAccount user, string loginProvider, string name, string? value, CancellationToken cancellationToken) =>
        base.SetTokenAsync(user, loginProvider, name, value is null ? null : protector.Protect(value), cancellationToken);

    public override async Task<string?> GetTokenAsync(StaffAccount user, string loginProvider, string name, CancellationToken cancellationToken) =>
        await base.GetTokenAsync(user, loginProvider, name, cancellationToken) is { } stored ? protector.Unprotect(stored) : null;
}
