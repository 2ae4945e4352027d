namespace Petitions.Web.Areas.Admin.Models;

public sealed record SecurityPage(bool TwoFactor, IReadOnlyList<SessionLine> Sessions);
