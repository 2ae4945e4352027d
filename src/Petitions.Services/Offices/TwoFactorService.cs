using Microsoft.AspNetCore.Identity;
using Petitions.Data.Offices;
using Petitions.Domain;

namespace Petitions.Services.Offices;

/// <summary>Turning on the one-time code of an authenticator app (security.md B8).</summary>
public sealed class TwoFactorService(UserManager<StaffAccount> users, AccountService accounts, AccountFacts facts, SlowDown slowDown)
{
    private const string SetUpKind = "set-up-code";
    private const int RecoveryCodes = 10;

    public async Task<bool> IsOnAsync(Guid accountId) => (await FindAsync(accountId)).TwoFactorEnabled;

    /// <summary>The key to put into the app; made at first asking, never shown again once the code is on.</summary>
    /// <exception cref="NotFoundException">The code is on already.</exception>
    public async Task<(string Key, string UserName)> KeyAsync(Guid accountId)
    {
        var account = await FindAsync(accountId);
        if (account.TwoFactorEnabled)
        {
            throw new NotFoundException();
        }

        if (await users.GetAuthenticatorKeyAsync(account) is not { Length: > 0 } key)
        {
            await users.ResetAuthenticatorKeyAsync(account);
            key = (await users.GetAuthenticatorKeyAsync(account))!;
        }

        return (key, account.UserName!);
    }

    /// <summary>Turns the code on and ends the other sessions; the recovery codes are given once. Null when the code is wrong.</summary>
    /// <exception cref="SlowedDownException">After too many wrong codes.</exception>
    public async Task<IReadOnlyList<string>?> ConfirmAsync(Guid accountId, string code, Guid keepSession, CancellationToken ct)
    {
        var account = await FindAsync(accountId);
        Rule.Require(!account.TwoFactorEnabled, "account.two-factor-on");
        await slowDown.RequireAsync(SetUpKind, account.UserName!, ct);
        var typed = code.Replace(" ", "", StringComparison.Ordinal);
        if (!await users.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, typed))
        {
            await slowDown.FailedAsync(SetUpKind, account.UserName!, null, ct);
            return null;
        }

        await facts.RecordAsync(account, "TwoFactorOn", ct);
        await users.SetTwoFactorEnabledAsync(account, true);
        var codes = await users.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes) ?? [];
        await accounts.SignOutOthersAsync(accountId, keepSession, ct);
        return [.. codes];
    }

    private async Task<StaffAccount> FindAsync(Guid accountId) => await users.FindByIdAsync(accountId.ToString()) ?? throw new NotFoundException();
}
