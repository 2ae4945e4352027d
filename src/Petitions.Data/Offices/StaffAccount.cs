using Microsoft.AspNetCore.Identity;

namespace Petitions.Data.Offices;

/// <summary>The sign-in of one member of staff. What the person may do comes from dated role grants, never from the account.</summary>
public sealed class StaffAccount : IdentityUser<Guid>
{
    public Guid StaffId { get; set; }

    /// <summary>The first password is good for one sign-in, which must set another (security.md B8).</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>The one-time password has opened a session: it sets the next password there and opens no other.</summary>
    public bool OneTimePasswordUsed { get; set; }

    public bool Disabled { get; set; }
}
