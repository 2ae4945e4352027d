using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Data.Petitions;
using Petitions.Domain.Notices;
using Petitions.Domain.Offices;
using Petitions.Services.Offices;
using Petitions.Services.Petitions;

namespace Petitions.Services.Notices;

/// <summary>Letters to print and to post, and calls to make (待寄信件、待打电话), of matters the clerk may know of.</summary>
public sealed class LetterQueries(PetitionsDbContext db, ColumnProtector protector, ReadLog reads, OfficeCatalog offices, IOptions<LetterOptions> options)
{
    public const int PageSize = 50;

    /// <summary>Oldest first; <paramref name="after"/> is the id of the last line seen.</summary>
    public async Task<(IReadOnlyList<LetterLine> Lines, Guid? Next)> ListAsync(LetterBox box, Guid? after, Actor actor, CancellationToken ct)
    {
        // The join below asks whether the clerk may know of the matter.
        var notices = InBox(db.Notices.Where(n => Notice.ByPerson.Contains(n.Channel)), box).AsNoTracking();
        if (after is { } id)
        {
            var from = await Visible(actor).Where(n => n.Id == id).Select(n => new { n.CreatedAt }).SingleOrNotFoundAsync(ct);
            notices = notices.Where(n => n.CreatedAt > from.CreatedAt || (n.CreatedAt == from.CreatedAt && n.Id.CompareTo(id) > 0));
        }

        var rows = await (
            from notice in notices
            join petition in db.Petitions.VisibleTo(actor) on notice.PetitionId equals petition.Id
            orderby notice.CreatedAt, notice.Id
            select new { notice.Id, petition.Number, notice.Subject, notice.Channel, notice.State, notice.CreatedAt, notice.PostalNumber, notice.Attempts })
            .Take(PageSize + 1).ToListAsync(ct);
        List<LetterLine> lines = [.. rows.Take(PageSize).Select(r => new LetterLine(r.Id, r.Number, r.Subject, r.Channel, r.State.ToString(), r.CreatedAt, r.PostalNumber, r.Attempts))];
        return (lines, rows.Count > PageSize ? lines[^1].Id : null);
    }

    /// <summary>The sheet of one letter; who read the address is recorded first.</summary>
    /// <exception cref="NotFoundException">Missing, not in reach, or walled.</exception>
    public async Task<LetterSheet> SheetAsync(Guid id, Actor actor, CancellationToken ct)
    {
        var notice = await Visible(actor).AsNoTracking().Where(n => n.Id == id).SingleOrNotFoundAsync(ct);
        var petition = await db.Petitions.VisibleTo(actor).Where(p => p.Id == notice.PetitionId).Select(p => new { p.Id, p.Number, p.Confidentiality }).SingleAsync(ct);
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
            Subject = notice.Subject,
            Body = protector.Unprotect(notice.Body),
            Channel = notice.Channel,
            State = notice.State.ToString(),
            PostalNumber = notice.PostalNumber,
            DocumentId = notice.DocumentId,
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

        var office = offices.Office(await db.Petitions.VisibleTo(actor).Where(p => p.Id == sheet.PetitionId).Select(p => p.OfficeId).SingleAsync(ct))!;
        string[] from = plain ? [options.Value.ReturnBox] : [office.NameZh, office.AddressZh ?? "", office.Phone ?? ""];
        return new Envelope([.. sheet.Address.Split('\n', StringSplitOptions.RemoveEmptyEntries)], [.. from.Where(line => line.Length > 0)], plain, id);
    }

    private IQueryable<Notice> Visible(Actor actor) => db.Notices.Where(n =>
        Notice.ByPerson.Contains(n.Channel) && db.Petitions.VisibleTo(actor).Any(p => p.Id == n.PetitionId));

    private static IQueryable<Notice> InBox(IQueryable<Notice> notices, LetterBox box) => box switch
    {
        LetterBox.Print => notices.Where(n => n.Channel != Notice.Telephone && n.State == NoticeState.Queued),
        LetterBox.Printed => notices.Where(n => n.State == NoticeState.Printed),
        LetterBox.Sent => notices.Where(n => n.Channel != Notice.Telephone && n.State == NoticeState.Sent),
        LetterBox.Returned => notices.Where(n => n.State == NoticeState.Returned && n.FollowedById == null),
        LetterBox.Calls => notices.Where(n => n.Channel == Notice.Telephone && (n.State == NoticeState.Queued || n.State == NoticeState.Failed)),
        _ => notices.Where(n => n.State == NoticeState.Queued || n.State == NoticeState.Failed || n.State == NoticeState.Printed
            || (n.State == NoticeState.Sent && n.Channel != Notice.Telephone) || (n.State == NoticeState.Returned && n.FollowedById == null)),
    };
}
