namespace Petitions.Services.JointVisits;

/// <param name="Id">Its id.</param>
/// <param name="Name">Room or address.</param>
/// <param name="IsRoom">A room of this office.</param>
/// <param name="Video">With a video link.</param>
/// <param name="Kept">Its hours are kept.</param>
/// <param name="Link">Its own video link; null where the one of the whole serves.</param>
public sealed record JointPlaceLine(Guid Id, string Name, bool IsRoom, bool Video, bool Kept, string? Link);
