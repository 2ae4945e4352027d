using Petitions.Services.Offices;

namespace Petitions.Web.Areas.Admin.Models;

/// <summary>One member of staff with the forms that change him.</summary>
public sealed record StaffPage(StaffSheet Sheet, StaffActForm Form);
