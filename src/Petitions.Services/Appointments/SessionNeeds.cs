using Petitions.Domain;
using Petitions.Domain.Appointments;

namespace Petitions.Services.Appointments;

/// <summary>
/// What a session needs to be held: somebody who may sit and is free, hours that fit the day, a room. Asked and kept within
/// the unit of work that plans or moves it; let go in the save that ends it.
/// </summary>
public sealed class SessionNeeds(OpeningReader openings, SitterCheck sitters, RoomKeeper rooms, LeaderKeeper leaders)
{
    /// <param name="session">The session as planned.</param>
    /// <param name="from">Its hours by the wall clock.</param>
    /// <param name="to">Their end.</param>
    /// <param name="by">Who plans it.</param>
    /// <param name="now">Now.</param>
    /// <param name="instead">The session it takes the place of: what that one keeps counts as free.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="RuleBrokenException">session.holiday, session.closed, session.outside-hours, session.leader-busy, session.video-room, those of the sitter and the room.</exception>
    public async Task KeepAsync(ReceptionSession session, TimeOnly from, TimeOnly to, Guid by, DateTime now, Guid? instead, CancellationToken ct)
    {
        await sitters.RequireAsync(session.OfficeId, session.Form, session.LeaderId, session.Day, ct);
        (await openings.ReadAsync([session.OfficeId], session.Day, ct)).Of(session.ServicePointId).RequireFit(session.Day, from, to);
        await leaders.KeepAsync(session, now, instead, ct);
        Rule.Require(session.Form != SitterCheck.Video || session.RoomId is not null, "session.video-room");
        if (session.RoomId is { } room)
        {
            await rooms.KeepAsync(session, room, by, now, ct, instead);
        }
    }

    /// <summary>Room and sitter are free from the save on.</summary>
    public async Task LetGoAsync(Guid session, Guid by, DateTime now, CancellationToken ct)
    {
        await rooms.LetGoAsync([session], by, now, ct);
        await leaders.LetGoAsync([session], ct);
    }
}
