using Petitions.Domain.Offices;
using Petitions.Domain.Receptions;

namespace Petitions.Services.Receptions;

/// <summary>What the counter asks when a visit by video ends.</summary>
public interface IVideoEndings
{
    /// <summary>Ends the reception by video of this visit within the unit of work; saves nothing itself.</summary>
    /// <param name="visit">The visit in the hall near home.</param>
    /// <param name="heard">Whether the conversation took place.</param>
    /// <param name="actor">Who ends it.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="Domain.RuleBrokenException">video.consent-missing: nobody asked about the recording; video.not-begun.</exception>
    Task EndAsync(Reception visit, bool heard, Actor actor, CancellationToken ct);
}
