using Petitions.Services.VideoVisits;

namespace Petitions.Web.Areas.Desk.Models;

public sealed record VideoListPage(bool Over, IReadOnlyList<VideoLine> Lines, string? Next);
