using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Data.Notices;
using Petitions.Data.Petitions;
using Petitions.Domain.Notices;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Offices;
using Petitions.Services.Petitions;

namespace Petitions.Services.Notices;

/// <summary>Letters to print and to post, and calls to make (待寄信件、待打电话), as far as <see cref="NoticeVisibility"/> lets a person see to them.</summary>
public sealed class LetterQueries(PetitionsDbContext db, LetterBoxes boxes, ColumnProtector protector, ReadLog reads, OfficeCatalog offices, IOptions<LetterOptions> options)
{
    public const int PageSize = 50;

    private IQueryable<Petition> All => db.Petitions.VisibleTo(Actor.System);

    /// <summary>Oldest first; <paramref name="after"/> is the id of the last line seen.</summary>
    public async Task<(IReadOnlyList<LetterLine> Lines, Guid? Next)> ListAsync(LetterBox box, Guid? after, Actor actor, CancellationToken ct)
    {
        var parts = boxes.Parts(box, actor);
        if (after is { } last)
        {
            var from = await Served(actor).Where(n => n.Id == last).Select(n => new { n.CreatedAt }).SingleOrNotFoundAsync(ct);
            parts = [.. parts.Select(part => part.Where(n => n.CreatedAt > from.CreatedAt || (n.CreatedAt == from.CreatedAt && n.Id.CompareTo(last) > 0)))];
        }

        var found = new List<LetterLine>();
        foreach (var part in parts)
        {
            found.AddRange(await LinesAsync(part, actor, ct));
        }

        List<LetterLine> page = [.. found.OrderBy(line => line.CreatedAt).ThenBy(line => line.Id).Take(PageSize + 1)];
        List<LetterLine> lines = [.. page.Take(PageSize)];
        return (lines, page.Count > PageSize ? lines[^1].Id : null);
    }

    /// <summary>The sheet of one letter; who read the address is recorded first. Of a matter he may not know of, whoever carries the post is shown the envelope alone.</summary>
    /// <exception cref="NotFoundException">Missing, not in reach, or walled.</exception>
    public async Task<LetterSheet> SheetAsync(Guid id, Actor actor, CancellationToken ct)
    {
        var notice = await Served(actor).AsNoTracking().Where(n => n.Id == id).SingleOrNotFoundAsync(ct);
        var reached = await db.Petitions.VisibleTo(actor).AnyAsync(p => p.Id == notice.PetitionId, ct);
        var petition = await All.Where(p => p.Id == notice.PetitionId).Select(p => new { p.Id, p.Number, p.Confidentiality }).SingleAsync(ct);
        await reads.RecordAsync(petition.Id, actor, "letter", null, ct);
        var steps = await (
            from step in db.LetterSteps.AsNoTracking()
            where step.NoticeId == id
            join staff in db.Staff on step.StaffId equals staff.Id into known
            from who in known.DefaultIfEmpty()
            orderby step.At, step.Id
            select new { step.State, step.At, Name = (string?)who.Name, step.Detail }).ToListAsync(ct);
        return new LetterSheet
        {
            Id = id,
            PetitionId = petition.Id,
            Number = petition.Number,
            Address = protector.Unprotect(notice.Address!),
            EnvelopeOnly = !reached,
            Subject = reached ? notice.Subject : "",
            Body = reached ? protector.Unprotect(notice.Body) : "",
            Channel = notice.Channel,
            State = notice.State.ToString(),
            PostalNumber = notice.PostalNumber,
            DocumentId = reached ? notice.DocumentId : null,
            PlainOnly = notice.Channel == Notice.PlainEnvelope || petition.Confidentiality == "ReportMaterial",
            FollowedUp = notice.FollowedById is not null,
            Steps = [.. steps.Select(s => new LetterStepLine(s.State.ToString(), s.At, s.Name, s.Detail))],
        };
    }

    /// <summary>The envelope of a letter. That of the office is refused where only a plain one may leave (RP14-56).</summary>
    /// <exception cref="NotFoundException">No letter, not in reach, or an office envelope that may not leave.</exception>
    public async Task<Envelope> EnvelopeAsync(Guid id, bool plain, Actor actor, CancellationToken ct)
    {
        var sheet = await SheetAsync(id, actor, ct);
        if (!Notice.LetterChannels.Contains(sheet.Channel) || (sheet.PlainOnly && !plain))
        {
            throw new NotFoundException();
        }

        var office = offices.Office(await All.Where(p => p.Id == sheet.PetitionId).Select(p => p.OfficeId).SingleAsync(ct))!;
        string[] from = plain ? [options.Value.ReturnBox] : [office.NameZh, office.AddressZh ?? "", office.Phone ?? ""];
        return new Envelope([.. sheet.Address.Split('\n', StringSplitOptions.RemoveEmptyEntries)], [.. from.Where(line => line.Length > 0)], plain, id);
    }

    private IQueryable<Notice> Served(Actor actor) => db.Notices.ServedBy(All, actor);

    private async Task<IEnumerable<LetterLine>> LinesAsync(IQueryable<Notice> notices, Actor actor, CancellationToken ct)
    {
        var (all, reached) = (All, db.Petitions.VisibleTo(actor));
        var rows = await notices.AsNoTracking().ServedBy(all, actor).OrderBy(n => n.CreatedAt).ThenBy(n => n.Id).Take(PageSize + 1).Select(n => new
        {
            n.Id,
            Number = all.Where(p => p.Id == n.PetitionId).Select(p => p.Number).First(),
            n.Subject,
            n.Channel,
            n.State,
            n.CreatedAt,
            n.PostalNumber,
            n.Attempts,
            Reached = reached.Any(p => p.Id == n.PetitionId),
        }).ToListAsync(ct);
        return rows.Select(r => new LetterLine(r.Id, r.Number, r.Reached ? r.Subject : null, r.Channel, r.State.ToString(), r.CreatedAt, r.PostalNumber, r.Attempts));
    }
}
