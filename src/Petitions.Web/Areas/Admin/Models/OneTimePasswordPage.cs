namespace Petitions.Web.Areas.Admin.Models;

/// <summary>A new password, shown this once.</summary>
public sealed record OneTimePasswordPage(Guid StaffId, string UserName, string Password);
