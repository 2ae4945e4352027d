using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Data.Petitions;
using Petitions.Domain;
using Petitions.Domain.Facts;
using Petitions.Domain.Files;
using Petitions.Domain.HandIns;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;
using Petitions.Services.Files;
using Petitions.Services.Files.Attachments;
using Petitions.Services.Files.Checks;
using Petitions.Services.FirstHandlers;
using Petitions.Services.Petitions;
using Petitions.Services.Receptions;
using Petitions.Services.Reference;

namespace Petitions.Services.HandIns;

/// <summary>
/// The intake desk completes hand-ins of its office: who it was exactly, whom it concerns, what was asked back. A clerk
/// reads the matter while it waits for him (domain.md 3.4, "while receiving"), never one that complains of him.
/// </summary>
public sealed class HandInDesk(
    PetitionsDbContext db, PetitionRecorder recorder, PetitionParties parties, ColumnProtector protector, WallKeeper walls, DeskRules rules, ReferenceCatalog reference,
    SealedFiles files, FileKinds kinds, ReadLog reads, TimeProvider clock)
{
    public const int ListMax = 100;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>What waits, the oldest first.</summary>
    public async Task<IReadOnlyList<HandInDeskLine>> WaitingAsync(Actor actor, CancellationToken ct) =>
        await Waiting(actor).AsNoTracking().OrderBy(row => row.EnteredAt).ThenBy(row => row.PetitionId).Take(ListMax)
            .Join(Readable(actor), row => row.PetitionId, p => p.Id, (row, p) => new HandInDeskLine(p.Number, row.ServicePointId, row.ReceivedOn, row.EnteredAt, p.Category))
            .ToListAsync(ct);

    /// <summary>One of them; the reading is recorded first.</summary>
    /// <exception cref="NotFoundException">Missing, of another office, completed, or behind the wall.</exception>
    public async Task<HandInSheet> SheetAsync(string number, string? address, Actor actor, CancellationToken ct)
    {
        var (petition, handIn) = await LoadAsync(number, actor, ct);
        var person = petition.Parties.First(party => party.Relation == "Petitioner");
        var known = person.Identity is { } stored ? protector.UnprotectBlock(stored) : new IdentityBlock();
        await reads.RecordAsync(petition.Id, actor, "Desk", null, ct, address);
        return new HandInSheet
        {
            PetitionId = petition.Id,
            Number = petition.Number,
            PointId = handIn.ServicePointId,
            HandedInBy = await db.Staff.AsNoTracking().Where(staff => staff.Id == handIn.HandedInBy).Select(staff => staff.Name).SingleAsync(ct),
            ReceivedOn = handIn.ReceivedOn,
            EnteredAt = handIn.EnteredAt,
            LateReason = handIn.LateReason,
            CompletedAt = handIn.CompletedAt,
            Category = petition.Category,
            Request = petition.Request,
            Text = petition.Text,
            Name = person.Name,
            HasIdNumber = known.IdNumber is not null,
            HasPhone = known.Phone is not null,
            HasAddress = known.Address is not null,
            NoticeWay = person.NoticeWay,
            Anonymous = petition.IdentityMode == "Anonymous",
            Files = [.. petition.Attachments.OrderBy(file => file.At).ThenBy(file => file.Id)
                .Select(a => new AttachmentLine(a.Id, a.Name, a.Type, a.Length, a.Sha256, a.Copy, a.Scan, a.OriginalId != null, a.Filed, a.Channel, a.AddedBy, a.At))],
        };
    }

    /// <summary>The copy of a picture; the reading is recorded first.</summary>
    /// <exception cref="NotFoundException">As above, or no such file.</exception>
    /// <exception cref="RuleBrokenException">file.not-scanned or file.infected.</exception>
    public async Task<OpenedFile> FileAsync(string number, Guid id, string? address, Actor actor, CancellationToken ct)
    {
        var (petition, _) = await LoadAsync(number, actor, ct);
        var file = petition.Attachments.SingleOrDefault(each => each.Id == id) ?? throw new NotFoundException();
        Rule.Require(file.Scan != ScanState.Infected, "file.infected");
        Rule.Require(file.IsOpenable, "file.not-scanned");
        await reads.RecordAsync(petition.Id, actor, AttachmentQueries.ReadCopy, id.ToString("N"), ct, address);
        try
        {
            return new OpenedFile(await files.OpenAsync(file.CopyId, ct), file.Name, kinds.TypeOf(file.Type));
        }
        catch (IOException away)
        {
            throw new FileStoreAwayException(away);
        }
    }

    /// <summary>Adds what was missing; what the petitioner himself said stays. Whoever the new respondent walls loses the matter in the same save.</summary>
    /// <exception cref="RuleBrokenException">hand-in.completed, hand-in.anonymous, petition.addition, respondent.name, entry.….</exception>
    public async Task CompleteAsync(string number, CompleteHandIn request, Actor actor, CancellationToken ct)
    {
        rules.CheckPerson(request.Person);
        Rule.Require(reference.Holds("DeliveryWay", request.NoticeWay), "petition.notice-way");
        var (petition, handIn) = await LoadAsync(number, actor, ct);
        List<Fact> facts = [];
        Fill(petition, request, facts, actor);
        if (!string.IsNullOrWhiteSpace(request.Addition))
        {
            facts.Add(petition.Supply(request.Addition, Now, new AdditionOrigin(Guid.NewGuid(), HandInService.Channel, actor.StaffId!.Value, Domain.Clocks.ChinaTime.DateOf(Now))));
        }

        if (!string.IsNullOrWhiteSpace(request.RespondentName))
        {
            facts.Add(petition.AddRespondent(new RespondentDetails { Kind = request.RespondentKind, Name = request.RespondentName.Trim() }, Now));
            facts.AddRange(await walls.PassOnAsync(petition, actor, ct));
        }

        handIn.Complete(actor.StaffId!.Value, Now);
        petition.Touch();
        await recorder.SaveAsync(petition, actor, facts, ct);
    }

    /// <summary>The identity block grows by what was missing; which fields, but not what they hold, stands in the case.</summary>
    private void Fill(Petition petition, CompleteHandIn request, List<Fact> facts, Actor actor)
    {
        var person = petition.Parties.First(party => party.Relation == "Petitioner");
        var known = person.Identity is { } stored ? protector.UnprotectBlock(stored) : new IdentityBlock();
        var whole = new FiledPerson
        {
            IdKind = known.IdKind ?? request.Person.IdKind,
            IdNumber = known.IdNumber ?? request.Person.IdNumber,
            Phone = known.Phone ?? request.Person.Phone,
            Email = known.Email,
            Address = known.Address ?? request.Person.Address,
        };
        List<string> filled = [];
        if (known.IdNumber is null && whole.IdNumber is not null)
        {
            filled.Add(nameof(FiledPerson.IdNumber));
        }

        if (known.Phone is null && whole.Phone is not null)
        {
            filled.Add(nameof(FiledPerson.Phone));
        }

        if (known.Address is null && whole.Address is not null)
        {
            filled.Add(nameof(FiledPerson.Address));
        }

        Rule.Require(petition.IdentityMode != "Anonymous" || filled.Count == 0, "hand-in.anonymous");
        Rule.Require(request.NoticeWay is not ("Post" or "PlainEnvelope") || whole.Address is not null || petition.IdentityMode == "Anonymous", "entry.notice-address");
        Rule.Require(request.NoticeWay != "Telephone" || whole.Phone is not null || petition.IdentityMode == "Anonymous", "entry.notice-phone");
        if (petition.IdentityMode == "Anonymous")
        {
            return;
        }

        var (encrypted, idNumber, phone) = parties.Identity(whole, hidden: false);
        person.Complete(encrypted, idNumber, phone, parties.BirthYearOf(whole), request.NoticeWay);
        if (filled.Count > 0)
        {
            var note = CaseNote.Write(petition.Id, CaseNoteKind.Note, string.Join(request.Comma, filled.Select(field => request.FieldNames[field])), actor.StaffId!.Value, Now);
            db.CaseNotes.Add(note);
            facts.Add(new InternalNoteAdded(petition.Id, note.Id, note.Text));
        }
    }

    private IQueryable<HandIn> Waiting(Actor actor)
    {
        var offices = actor.OfficesFor(Abilities.RegisterPetitions);
        return db.HandIns.Where(row => offices.Contains(row.OfficeId) && row.CompletedAt == null);
    }

    private IQueryable<Petition> Readable(Actor actor) => db.Petitions.VisibleTo(Actor.System).NotWalledFrom(actor);

    private async Task<(Petition Petition, HandIn HandIn)> LoadAsync(string number, Actor actor, CancellationToken ct)
    {
        var petition = await Readable(actor).Where(p => p.Number == number).AsSplitQuery()
            .Include(p => p.Parties).Include(p => p.Respondents).Include(p => p.Assignments).Include(p => p.Additions).Include(p => p.Attachments).SingleOrNotFoundAsync(ct);
        return (petition, await Waiting(actor).Where(row => row.PetitionId == petition.Id).SingleOrNotFoundAsync(ct));
    }
}
