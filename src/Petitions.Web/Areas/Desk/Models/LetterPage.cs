using Petitions.Services.Notices;

namespace Petitions.Web.Areas.Desk.Models;

/// <summary>One box of letters and calls, a page of it.</summary>
public sealed record LetterPage(LetterBox Box, IReadOnlyList<LetterLine> Lines, Guid? Next);
