using Petitions.Services.Notices;

namespace Petitions.Web.Areas.Admin.Models;

/// <param name="Lines">Parked notices, oldest first.</param>
/// <param name="Next">Id of the last line where there are more.</param>
/// <param name="Refused">The notice whose form was refused; its fields keep what was typed.</param>
public sealed record ParkedPage(IReadOnlyList<ParkedNotice> Lines, Guid? Next, Guid? Refused = null);
