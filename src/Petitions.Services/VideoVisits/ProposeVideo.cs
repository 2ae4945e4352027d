using Petitions.Domain.Appointments;

namespace Petitions.Services.VideoVisits;

/// <summary>Another time instead of the wished ones: a slot of a session by video of the office that hears, or a time of its own.</summary>
public sealed record ProposeVideo(Guid? SlotId, AgreedTime? Time);
