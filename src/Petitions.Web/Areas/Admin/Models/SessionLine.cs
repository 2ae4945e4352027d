namespace Petitions.Web.Areas.Admin.Models;

public sealed record SessionLine(DateTime StartedAt, DateTime SeenAt, bool This);
