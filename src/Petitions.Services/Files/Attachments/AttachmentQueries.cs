using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain;
using Petitions.Domain.Files;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Files.Checks;
using Petitions.Services.Petitions;
using Petitions.Services.Petitions.Handling;
using Petitions.Services.Petitions.Joining;
using Petitions.Services.Petitions.Screening;

namespace Petitions.Services.Files.Attachments;

/// <summary>Lists and opens the files of a matter under the wall; what staff open is recorded before it leaves (B4, C4).</summary>
public sealed class AttachmentQueries(PetitionsDbContext db, SealedFiles files, FileKinds kinds, JoinedMatters joined, ReadLog reads)
{
    public const string ReadCopy = "Attachment";
    public const string ReadOriginal = "Original";

    /// <exception cref="NotFoundException">Missing, not in reach, walled, or report material closed to the person.</exception>
    public async Task<AttachmentSheet> StaffSheetAsync(string number, Actor actor, CancellationToken ct)
    {
        var petition = await StaffPetitionAsync(number, actor, ct);
        return new AttachmentSheet(petition.Id, number, await ListAsync(WithJoined(petition.Id, actor), ct), AttachmentService.MayAdd(petition, actor), MayOpenOriginals(petition, actor));
    }

    /// <summary>The petitioner's own files; the caller has asked for the code again.</summary>
    public async Task<IReadOnlyList<AttachmentLine>> CitizenListAsync(Actor actor, CancellationToken ct) =>
        await db.Petitions.VisibleTo(actor).Select(p => (Guid?)p.Id).SingleOrDefaultAsync(ct) is { } id ? await ListAsync(db.Attachments.Where(a => a.PetitionId == id), ct) : [];

    /// <summary>The copy without particulars.</summary>
    /// <exception cref="NotFoundException">As above, or no such file of this matter.</exception>
    /// <exception cref="RuleBrokenException">file.not-scanned or file.infected.</exception>
    public async Task<OpenedFile> StaffCopyAsync(string number, Guid id, string? address, Actor actor, CancellationToken ct)
    {
        var petition = await StaffPetitionAsync(number, actor, ct);
        var file = await FileAsync(WithJoined(petition.Id, actor), id, ct);
        await reads.RecordAsync(file.PetitionId, actor, ReadCopy, file.Id.ToString("N"), ct, address);
        return await OpenAsync(file, file.CopyId, ct);
    }

    /// <summary>The file as it came: for the handler, with a reason.</summary>
    /// <exception cref="RuleBrokenException">petition.reason without a reason, file.no-original when only the copy was kept.</exception>
    public async Task<OpenedFile> StaffOriginalAsync(string number, Guid id, string? reason, string? address, Actor actor, CancellationToken ct)
    {
        var petition = await StaffPetitionAsync(number, actor, ct);
        if (!MayOpenOriginals(petition, actor))
        {
            throw new NotFoundException();
        }

        var file = await FileAsync(WithJoined(petition.Id, actor), id, ct);
        reason = Rule.RequireText(reason, Domain.FirstHandlers.Assignment.ReasonMax, "petition.reason");
        Rule.Require(file.OriginalId is not null, "file.no-original");
        await reads.RecordAsync(file.PetitionId, actor, ReadOriginal, reason, ct, address);
        return await OpenAsync(file, file.OriginalId!.Value, ct);
    }

    /// <exception cref="NotFoundException">When the actor opened no such matter, or it has no such file.</exception>
    public async Task<OpenedFile> CitizenCopyAsync(Guid id, Actor actor, CancellationToken ct)
    {
        var petition = await db.Petitions.VisibleTo(actor).AsNoTracking().SingleOrNotFoundAsync(ct);
        var file = await FileAsync(db.Attachments.Where(a => a.PetitionId == petition.Id), id, ct);
        return await OpenAsync(file, file.CopyId, ct);
    }

    // Before a handler is named, whoever screens is the one to judge the evidence.
    private static bool MayOpenOriginals(Petition petition, Actor actor) => petition.IsHandledBy(actor.StaffId)
        || (petition.FirstHandlerId is null && ScreeningAccess.Holds(petition, actor, Abilities.ScreenPetitions));

    private async Task<Petition> StaffPetitionAsync(string number, Actor actor, CancellationToken ct)
    {
        var petition = await db.Petitions.VisibleTo(actor).AsNoTracking().Include(p => p.Assignments).Where(p => p.Number == number).SingleOrNotFoundAsync(ct);
        return CaseQueries.MayReadMaterial(petition, actor) ? petition : throw new NotFoundException();
    }

    /// <summary>Files of matters joined to this one belong to its case, but for the wall of their own respondents.</summary>
    private IQueryable<Attachment> WithJoined(Guid petitionId, Actor actor) => WithJoined(db, joined, petitionId, actor);

    private static IQueryable<Attachment> WithJoined(PetitionsDbContext db, JoinedMatters joined, Guid petitionId, Actor actor) =>
        db.Attachments.Where(a => a.PetitionId == petitionId || joined.Of(petitionId, actor).Any(other => other.Id == a.PetitionId));

    private static async Task<IReadOnlyList<AttachmentLine>> ListAsync(IQueryable<Attachment> rows, CancellationToken ct) => await LinesOf(rows).ToListAsync(ct);

    /// <summary>The lines of a matter's files and of those joined to it, for whoever was found to be allowed to read them.</summary>
    internal static IQueryable<AttachmentLine> LinesOf(PetitionsDbContext db, JoinedMatters joined, Guid petitionId, Actor actor) => LinesOf(WithJoined(db, joined, petitionId, actor));

    private static IQueryable<AttachmentLine> LinesOf(IQueryable<Attachment> rows) => rows.AsNoTracking().OrderBy(a => a.At).ThenBy(a => a.Id)
        .Select(a => new AttachmentLine(a.Id, a.Name, a.Type, a.Length, a.Sha256, a.Copy, a.Scan, a.OriginalId != null, a.Filed, a.Channel, a.AddedBy, a.At));

    private static Task<Attachment> FileAsync(IQueryable<Attachment> rows, Guid id, CancellationToken ct) =>
        rows.AsNoTracking().Where(a => a.Id == id).SingleOrNotFoundAsync(ct);

    private async Task<OpenedFile> OpenAsync(Attachment file, Guid stored, CancellationToken ct)
    {
        Rule.Require(file.Scan != ScanState.Infected, "file.infected");
        Rule.Require(file.IsOpenable, "file.not-scanned");
        try
        {
            return new OpenedFile(await files.OpenAsync(stored, ct), file.Name, kinds.TypeOf(file.Type));
        }
        catch (IOException away)
        {
            throw new FileStoreAwayException(away);
        }
    }
}
