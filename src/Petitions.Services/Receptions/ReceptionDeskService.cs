using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Data.Petitions;
using Petitions.Domain;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Domain.Receptions;
using Petitions.Services.Offices;
using Petitions.Services.Petitions;
using Petitions.Services.Petitions.Joining;

namespace Petitions.Services.Receptions;

/// <summary>
/// Records a visitor who has come (来访登记): ticket, party, needs, priority with its reason, and in the same save the
/// petition he brings or what he adds to a running one. One form makes one visit, however often it is sent.
/// </summary>
public sealed class ReceptionDeskService(
    PetitionsDbContext db, FactLog log, PetitionIntakeService intake, AskedAnyway anyway, PetitionRecorder recorder, TicketIssue tickets, DeskRules rules, OfficeCatalog offices, TimeProvider clock)
{
    // Tickets, the day and the receiver's one open conversation are raced for; the loser takes the next ticket.
    private const int Tries = 40;

    /// <exception cref="RuleBrokenException">When the lists, the wall, the two receivers or a closed day forbid it.</exception>
    /// <exception cref="NotFoundException">When the running matter is none the person may list.</exception>
    public async Task<RecordedVisit> RecordAsync(RecordVisit request, Actor actor, CancellationToken ct)
    {
        if (await EarlierAsync(request.SubmissionKey, ct) is { } earlier)
        {
            return earlier;
        }

        rules.Check(request);
        if (request.Purpose != VisitPurpose.Petition)
        {
            return await SaveAloneAsync(request, actor, ct);
        }

        Reception? made = null;
        var filing = rules.Filing(request.Matter!, request.Visitor, request.Identity, request.IdentityCheck == IdentityCheck.Shown, request.Needs, "WalkIn",
            request.SubmissionKey, offices.Office(request.Place.OfficeId)!.Code, request.Place.ServicePointId);
        var receipt = await intake.FileAsync(filing, async (petition, token) =>
        {
            await rules.CheckReceiversAsync(request.Place.OfficeId, request.SecondReceiverId, petition, actor, token);
            made = await AddAsync(request, petition, actor, token);
            return anyway.Note(petition, request.AsNewReason, actor);
        }, actor, ct);
        return receipt.Repeated ? (await EarlierAsync(request.SubmissionKey, ct))! : new RecordedVisit(made!.Id, made.Ticket.ToString(), receipt, false);
    }

    private async Task<RecordedVisit> SaveAloneAsync(RecordVisit request, Actor actor, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await rules.CheckReceiversAsync(request.Place.OfficeId, request.SecondReceiverId, null, actor, ct);
                var reception = await AddAsync(request, null, actor, ct);
                if (request.Purpose == VisitPurpose.Matter)
                {
                    await AddToMatterAsync(request, reception, actor, ct);
                }
                else
                {
                    await db.SaveChangesAsync(ct);
                }

                return new RecordedVisit(reception.Id, reception.Ticket.ToString(), null, false);
            }
            catch (DbUpdateException) when (attempt < Tries)
            {
                db.ChangeTracker.Clear();
                if (await EarlierAsync(request.SubmissionKey, ct) is { } earlier)
                {
                    return earlier;
                }
            }
        }
    }

    /// <summary>What the visitor adds stands beside what was filed; the visit is tied to the matter.</summary>
    private async Task AddToMatterAsync(RecordVisit request, Reception reception, Actor actor, CancellationToken ct)
    {
        var number = PetitionNumber.TryParse(request.MatterNumber)!.Value;
        var petition = await db.Petitions.VisibleTo(Actor.System).ListedFor(actor).Include(p => p.Additions).Where(p => p.Number == number).SingleOrNotFoundAsync(ct);
        if (string.IsNullOrWhiteSpace(request.Addition))
        {
            await db.SaveChangesAsync(ct);
            return;
        }

        var origin = new AdditionOrigin(request.SubmissionKey, "WalkIn", actor.StaffId!.Value, reception.Day);
        await recorder.SaveAsync(petition, actor, [petition.Supply(TextLength.Lines(request.Addition), clock.GetUtcNow().UtcDateTime, origin)], ct);
    }

    private async Task<Reception> AddAsync(RecordVisit request, Petition? petition, Actor actor, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var day = ChinaTime.DateOf(now);
        var prefix = rules.PrefixOf(request);
        await CheckSlipAsync(request, ct);
        var (reception, arrived) = Reception.Arrive(new NewReception
        {
            SubmissionKey = request.SubmissionKey,
            OfficeId = request.Place.OfficeId,
            ServicePointId = request.Place.ServicePointId,
            Day = day,
            Ticket = await tickets.TakeAsync(request.Place, day, prefix, now, ct),
            GroupSize = request.GroupSize,
            IdentityCheck = request.IdentityCheck,
            Needs = request.Needs,
            Priority = rules.PriorityOf(request),
            Topic = request.Topic ?? petition?.Title,
            CallByName = request.CallByName,
            ActsFor = request.ActsFor,
            Consent = request.Consent,
            ArrivedAt = request.ArrivedAt,
            LateReason = request.LateReason,
            PaperSlip = request.PaperSlip,
            RegisteredBy = actor.StaffId!.Value,
            SecondReceiverId = request.SecondReceiverId,
            PlaceToken = RandomNumberGenerator.GetBytes(Reception.TokenLength),
            Visitors = [Visitor(request), .. request.Representatives.Select(name => new VisitorDetails { Relation = "Representative", Name = name.Trim() })],
        }, now);
        db.Receptions.Add(reception);
        if (arrived.LateReason is not null)
        {
            db.ReceptionEntries.Add(ReceptionEntry.Late(arrived, actor.StaffId.Value, now));
        }

        log.Record(actor, arrived);
        if (petition is not null)
        {
            reception.Link(petition.Id, ReceptionMatterKind.Filed, rules.ReceiversNeeded(petition.Category), now);
        }
        else if (request.Purpose == VisitPurpose.Matter)
        {
            var number = PetitionNumber.TryParse(request.MatterNumber)!.Value;
            var concerned = await db.Petitions.VisibleTo(Actor.System).ListedFor(actor).Where(p => p.Number == number).Select(p => new { p.Id }).SingleOrNotFoundAsync(ct);
            reception.Link(concerned.Id, ReceptionMatterKind.Concerned, 1, now);
        }

        if (request.ReceiveNow || request.Outcome is not null)
        {
            log.Record(actor, reception.Call(actor.StaffId.Value, request.Place.Counter, now));
            log.Record(actor, reception.Start(now));
        }

        if (request.Outcome is { } outcome)
        {
            log.Record(actor, reception.End(outcome, request.OutcomeNote, now));
        }

        return reception;
    }

    /// <summary>A slip that was printed for this point and is not entered yet; between two who enter it the index decides.</summary>
    private async Task CheckSlipAsync(RecordVisit request, CancellationToken ct)
    {
        if (request.PaperSlip is { } slip)
        {
            var point = request.Place.ServicePointId;
            Rule.Require(await db.PaperSlipPads.AnyAsync(pad => pad.ServicePointId == point && pad.First <= slip && pad.Last >= slip, ct), "reception.paper-slip");
            Rule.Require(!await db.ReceptionEntries.AnyAsync(entry => entry.ServicePointId == point && entry.PaperSlip == slip, ct), "reception.paper-slip-entered");
        }
    }

    private VisitorDetails Visitor(RecordVisit request) => request.Identity == "Anonymous"
        ? new VisitorDetails { Relation = "Petitioner" }
        : rules.Visitor(request.Visitor, request.Identity == "NameWithheld", request.ActsFor);

    private async Task<RecordedVisit?> EarlierAsync(Guid key, CancellationToken ct)
    {
        var earlier = await db.Receptions.AsNoTracking().Where(r => r.SubmissionKey == key).Select(r => new { r.Id, r.Prefix, r.TicketNumber }).SingleOrDefaultAsync(ct);
        return earlier is null ? null
            : new RecordedVisit(earlier.Id, new Ticket(earlier.Prefix, earlier.TicketNumber).ToString(), await intake.ReceiptAsync(key, ct), true);
    }
}
