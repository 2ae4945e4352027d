using Microsoft.AspNetCore.Identity;

namespace Petitions.Data.Offices;

/// <summary>The sign-in of one member of staff. What the person may do comes from dated role grants, never from the account.</summary>
public sealed class StaffAccount : IdentityUser<Guid>
{
    public Guid StaffId { get; set; }

    /// <summary>The first password is good for one sign-in, which must set another (security.md B8).</summary>
    public bool MustChangePassword { get; set; }

    public bool Disabled { get; set; }
}
