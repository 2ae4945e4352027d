using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Offices;
using Petitions.Domain;
using Petitions.Domain.Offices;

namespace Petitions.Services.Offices;

/// <summary>Sign-in, sessions and passwords of staff (security.md B8, B9).</summary>
public sealed class AccountService(PetitionsDbContext db, UserManager<StaffAccount> users, AccountFacts facts, SlowDown slowDown, UnsavedWork unsaved, RealClock clock)
{
    private const string Kind = "sign-in";
    private const string OwnPassword = "own-password";
    private const string Reset = "password-reset";

    // Hashed once: an unknown account then costs as much as a known one with a wrong password.
    private static readonly string Decoy = new PasswordHasher<StaffAccount>().HashPassword(new StaffAccount(), Guid.NewGuid().ToString());

    /// <summary>Checks name and password. Wrong and unknown give the same answer in the same time.</summary>
    public async Task<SignInAnswer> SignInAsync(string userName, string password, string? address, CancellationToken ct)
    {
        var wait = await slowDown.WaitAsync(Kind, userName, address, ct);
        if (wait > TimeSpan.Zero)
        {
            return SignInAnswer.Slow(wait);
        }

        var account = await users.FindByNameAsync(userName);
        var hash = account?.PasswordHash ?? Decoy;
        var right = users.PasswordHasher.VerifyHashedPassword(account ?? new StaffAccount(), hash, password) != PasswordVerificationResult.Failed;
        if (!right || account is null || account.Disabled || account is { MustChangePassword: true, OneTimePasswordUsed: true })
        {
            await slowDown.FailedAsync(Kind, userName, address, ct);
            return SignInAnswer.Refused();
        }

        return account.TwoFactorEnabled ? SignInAnswer.Code(account) : await OpenAsync(account, ct);
    }

    /// <summary>The second step: a code of the authenticator or a recovery code.</summary>
    public async Task<SignInAnswer> SignInWithCodeAsync(Guid accountId, string code, string? address, CancellationToken ct)
    {
        var account = await users.FindByIdAsync(accountId.ToString()) ?? throw new NotFoundException();
        var wait = await slowDown.WaitAsync(Kind, account.UserName!, address, ct);
        if (wait > TimeSpan.Zero)
        {
            return SignInAnswer.Slow(wait);
        }

        var typed = code.Replace(" ", "", StringComparison.Ordinal).Trim();
        var right = !account.Disabled
            && (await users.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, typed)
                || (await users.RedeemTwoFactorRecoveryCodeAsync(account, typed)).Succeeded);
        if (!right)
        {
            await slowDown.FailedAsync(Kind, account.UserName!, address, ct);
            return SignInAnswer.Refused();
        }

        return await OpenAsync(account, ct);
    }

    /// <summary>The open session with its account's staff, or null when it has ended. Notes activity.</summary>
    public async Task<(StaffSession Session, bool MustChangePassword, bool TwoFactor, TimeSpan Left)?> FindSessionAsync(Guid sessionId, CancellationToken ct, bool attended = true)
    {
        var found = await db.StaffSessions.Where(session => session.Id == sessionId)
            .Join(db.Users, session => session.AccountId, account => account.Id, (session, account) => new { session, account.Disabled, account.MustChangePassword, account.TwoFactorEnabled })
            .SingleOrDefaultAsync(ct);
        var now = clock.UtcNow;
        if (found is null || found.Disabled || !found.session.IsOpen(now))
        {
            return null;
        }

        if (attended && found.session.See(now))
        {
            await db.SaveChangesAsync(ct);
        }

        return (found.session, found.MustChangePassword, found.TwoFactorEnabled, found.session.Left(now));
    }

    /// <summary>The account's open sessions, newest first.</summary>
    public async Task<IReadOnlyList<StaffSession>> OpenSessionsAsync(Guid accountId, CancellationToken ct)
    {
        var now = clock.UtcNow;
        var sessions = await db.StaffSessions.AsNoTracking().Where(session => session.AccountId == accountId && session.EndedAt == null).ToListAsync(ct);
        return [.. sessions.Where(session => session.IsOpen(now)).OrderByDescending(session => session.StartedAt)];
    }

    public Task SignOutAsync(Guid sessionId, CancellationToken ct) => EndAsync(db.StaffSessions.Where(session => session.Id == sessionId), ct);

    /// <summary>Ends every session of the account, on all nodes at once.</summary>
    public Task SignOutEverywhereAsync(Guid accountId, CancellationToken ct) => EndAsync(db.StaffSessions.Where(session => session.AccountId == accountId), ct);

    /// <summary>Sets a new password, records it and ends all other sessions. Wrong current passwords slow the next try down.</summary>
    /// <exception cref="RuleBrokenException">account.password-wrong, account.password-weak.</exception>
    /// <exception cref="SlowedDownException">After too many wrong ones.</exception>
    public async Task ChangePasswordAsync(Guid accountId, string current, string next, Guid keepSession, CancellationToken ct)
    {
        var account = await users.FindByIdAsync(accountId.ToString()) ?? throw new NotFoundException();
        await slowDown.RequireAsync(OwnPassword, account.UserName!, ct);
        if (!await users.CheckPasswordAsync(account, current))
        {
            await slowDown.FailedAsync(OwnPassword, account.UserName!, null, ct);
            throw new RuleBrokenException("account.password-wrong");
        }

        account.MustChangePassword = false;
        await facts.RecordAsync(account, "PasswordChanged", ct);
        // Saves account and fact together; a weak password saves neither.
        var changed = await users.ChangePasswordAsync(account, current, next);
        if (!changed.Succeeded)
        {
            unsaved.Drop();
            throw new RuleBrokenException("account.password-weak");
        }

        await SignOutOthersAsync(accountId, keepSession, ct);
    }

    /// <summary>Counts a new one-time password for an account. Many within minutes have to wait: each of them puts its holder out (security.md C8).</summary>
    /// <exception cref="SlowedDownException">After too many.</exception>
    public async Task CountResetAsync(string userName, CancellationToken ct)
    {
        await slowDown.RequireAsync(Reset, userName, ct);
        await slowDown.FailedAsync(Reset, userName, null, ct);
    }

    public Task SignOutOthersAsync(Guid accountId, Guid keepSession, CancellationToken ct) =>
        EndAsync(db.StaffSessions.Where(session => session.AccountId == accountId && session.Id != keepSession), ct);

    private Task<int> EndAsync(IQueryable<StaffSession> sessions, CancellationToken ct)
    {
        DateTime? now = clock.UtcNow;
        return sessions.Where(session => session.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(session => session.EndedAt, now), ct);
    }

    private async Task<SignInAnswer> OpenAsync(StaffAccount account, CancellationToken ct)
    {
        var session = StaffSession.Start(account.Id, account.StaffId, clock.UtcNow);
        db.StaffSessions.Add(session);
        if (account.MustChangePassword)
        {
            account.OneTimePasswordUsed = true;
            // Saves the session as well; of two sign-ins with one one-time password the account's stamp lets one through.
            if (!(await users.UpdateAsync(account)).Succeeded)
            {
                unsaved.Drop();
                return SignInAnswer.Refused();
            }
        }
        else
        {
            await db.SaveChangesAsync(ct);
        }

        var name = await db.Staff.Where(staff => staff.Id == account.StaffId).Select(staff => staff.Name).SingleAsync(ct);
        return SignInAnswer.In(session, name, account.MustChangePassword);
    }
}
