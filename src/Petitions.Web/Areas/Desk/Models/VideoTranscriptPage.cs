using Petitions.Services.Receptions;

namespace Petitions.Web.Areas.Desk.Models;

/// <summary>The record of a reception by video at the end that hears; no sheet while nothing is written.</summary>
public sealed record VideoTranscriptPage(Guid Id, TranscriptSheet? Sheet);
