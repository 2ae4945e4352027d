using Petitions.Services.VideoVisits;
using Petitions.Web.Areas.Desk.Forms;
using Petitions.Web.TagHelpers;

namespace Petitions.Web.Areas.Desk.Models;

/// <summary>One reception by video with the forms of this person's end.</summary>
/// <param name="Sheet">What is known of it.</param>
/// <param name="Form">What was typed, or what is settled.</param>
/// <param name="Slots">Free places in sessions by video of the office that hears.</param>
/// <param name="Matches">Whether a compared file is the registered one; null where none was compared.</param>
public sealed record VideoSheetPage(VideoSheet Sheet, VideoForm Form, IReadOnlyList<ChoiceItem> Slots, bool? Matches);
