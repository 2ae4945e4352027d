using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Data.Keys;
using Petitions.Domain;
using Petitions.Domain.Clocks;
using Petitions.Domain.JointVisits;
using Petitions.Domain.Offices;
using Petitions.Services.Files.Attachments;

namespace Petitions.Services.JointVisits;

/// <summary>What an outside guest does by his link: reads the brief, names who comes, uploads what he brings (journey J8 step 2).</summary>
public sealed class JointGuestService(
    PetitionsDbContext db, JointVisitAccess access, ReceiverCheck receivers, JointPaperStore papers, FactLog log, ColumnProtector protector, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<GuestBrief> BriefAsync(JointPass found, CancellationToken ct) => new()
    {
        OfficeId = found.Visit.OfficeId,
        Day = found.Visit.Day,
        StartsAt = found.Visit.StartsAt,
        EndsAt = found.Visit.EndsAt,
        Place = found.Visit.PlaceOf(found.Seat)?.Name,
        VideoLink = found.Visit.LinkOf(found.Visit.PlaceOf(found.Seat)),
        Brief = found.Visit.Brief ?? "",
        Organ = found.Seat.Organ,
        Person = found.Seat.PersonName,
        Accepted = found.Seat.AcceptedAt is not null,
        Bring = found.Seat.Bring,
        BringBy = found.Seat.BringBy,
        Brought = found.Seat.BroughtAt is not null,
        Organs = [.. found.Visit.Seats.Where(seat => seat.IsOrgan).OrderBy(seat => seat.Kind).ThenBy(seat => seat.Id).Select(seat => seat.Organ!).Distinct()],
        Papers = await LinesAsync(Seen(found), ct),
    };

    /// <summary>The organ says that it comes and names who.</summary>
    /// <exception cref="RuleBrokenException">joint.seat-person, joint.receiver-is-respondent.</exception>
    public async Task AcceptAsync(JointPass found, string? person, CancellationToken ct)
    {
        await receivers.RequireSeatAsync(await access.MattersAsync(found.Visit, ct), found.Seat.Organ, null, null, person, ct);
        found.Seat.Accept(person, Now);
        found.Visit.Touch();
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Takes one file in; the same bytes again are kept once.</summary>
    /// <exception cref="RuleBrokenException">joint.papers-most; file.… when it is not taken.</exception>
    public Task BringAsync(JointPass found, IncomingFile file, CancellationToken ct) => papers.AddAsync(found.Visit.Id, found.Seat.Id, null, file, paperId =>
    {
        log.Record(Actor.Citizen(), found.Seat.Brought(paperId, Now));
        found.Visit.Touch();
    }, ct);

    /// <exception cref="NotFoundException">Not shared with him, or of another joint visit.</exception>
    public Task<OpenedFile> OpenAsync(JointPass found, Guid paperId, CancellationToken ct) => papers.OpenAsync(Seen(found), paperId, ct);

    /// <summary>The one measure its owner's link was made for.</summary>
    public GuestMeasure MeasureOf(JointPass found) => new(
        found.Visit.OfficeId, found.Measure!.Number, found.Measure.Text, found.Seat.Organ, found.Measure.DueOn, found.Measure.ProofWanted, found.Measure.IsLateOn(ChinaTime.DateOf(Now)));

    /// <summary>A new link for a guest; the one before opens nothing any more. Sent to him when he left an address.</summary>
    /// <returns>The token; it is nowhere afterwards.</returns>
    /// <exception cref="RuleBrokenException">joint.not-a-guest, joint.time, joint.brief, joint.seat-unknown.</exception>
    public async Task<byte[]> InviteAsync(Guid visitId, Guid seatId, JointNotices notices, Actor actor, CancellationToken ct)
    {
        var visit = await access.ToCallAsync(visitId, actor, ct);
        var token = RandomNumberGenerator.GetBytes(JointGuestPass.TokenLength);
        var (pass, fact) = JointGuestPass.Invite(visit, visit.Seat(seatId), token, actor.StaffId!.Value, Now);
        await RevokeAsync(pass, ct);
        db.JointGuestPasses.Add(pass);
        log.Record(actor, fact);
        notices.TellGuest(visit, visit.Seat(seatId), JointNotices.Invited, $"invited/{pass.Id:N}", JointLinks.Session(token));
        await db.SaveChangesAsync(ct);
        return token;
    }

    /// <summary>What was to be brought is there, by word of the host.</summary>
    public async Task BroughtAsync(Guid visitId, Guid seatId, Actor actor, CancellationToken ct)
    {
        var visit = await access.ToCallAsync(visitId, actor, ct);
        log.Record(actor, visit.Seat(seatId).Brought(null, Now));
        visit.Touch();
        await db.SaveChangesAsync(ct);
    }

    public async Task<IReadOnlyList<JointPaperLine>> LinesAsync(IQueryable<JointPaper> asked, CancellationToken ct) =>
        [.. (await asked.AsNoTracking().OrderBy(paper => paper.At).ThenBy(paper => paper.Id).Take(JointPaper.Most).ToListAsync(ct))
            .Select(paper => new JointPaperLine(paper.Id, protector.Unprotect(paper.SealedName), paper.Length, paper.SeatId, paper.MeasureId, paper.SharedAt is not null, paper.IsOpenable, paper.At))];

    /// <summary>His own and what the host shares with all.</summary>
    private IQueryable<JointPaper> Seen(JointPass found)
    {
        var (visit, seat) = (found.Visit.Id, found.Seat.Id);
        return db.JointPapers.Where(paper => paper.JointVisitId == visit && paper.MeasureId == null && (paper.SharedAt != null || paper.SeatId == seat));
    }

    private async Task RevokeAsync(JointGuestPass next, CancellationToken ct)
    {
        foreach (var old in await db.JointGuestPasses.Where(each => each.SeatId == next.SeatId && each.MeasureId == next.MeasureId && each.RevokedAt == null).ToListAsync(ct))
        {
            old.Revoke(Now);
        }
    }
}
