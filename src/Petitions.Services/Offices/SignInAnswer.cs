using Petitions.Data.Offices;
using Petitions.Domain.Offices;

namespace Petitions.Services.Offices;

/// <summary>What a sign-in came to. Exactly one part is set.</summary>
public sealed record SignInAnswer
{
    public StaffSession? Session { get; private init; }

    /// <summary>The password was right and a one-time code is still needed.</summary>
    public StaffAccount? NeedsCode { get; private init; }

    public bool Wrong { get; private init; }

    public TimeSpan Wait { get; private init; }

    public string Name { get; private init; } = "";

    public bool MustChangePassword { get; private init; }

    public static SignInAnswer In(StaffSession session, string name, bool mustChange) => new() { Session = session, Name = name, MustChangePassword = mustChange };

    public static SignInAnswer Code(StaffAccount account) => new() { NeedsCode = account };

    public static SignInAnswer Refused() => new() { Wrong = true };

    public static SignInAnswer Slow(TimeSpan wait) => new() { Wait = wait };
}
