using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Data.Petitions;
using Petitions.Domain;
using Petitions.Domain.Clocks;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Domain.Retaliation;
using Petitions.Services.Clocks;
using Petitions.Services.Notices;
using Petitions.Services.Petitions;

namespace Petitions.Services.Retaliation;

/// <summary>Takes reports of retaliation and the leaders' instructions on them (domain.md 3.8).</summary>
public sealed class RetaliationService(
    PetitionsDbContext db, RetaliationScope scope, ResponsiblePersons persons, NoticeOutbox outbox, PetitionRecorder recorder, ColumnProtector protector, TimeProvider clock)
{
    private const string Template = "staff.retaliation";

    /// <summary>The petitioner's own report on the one matter he opened, also after it was closed. Sent twice, it is made once.</summary>
    /// <exception cref="NotFoundException">When the actor opened no matter.</exception>
    /// <exception cref="RuleBrokenException">retaliation.text, retaliation.source.</exception>
    public async Task ReportAsync(ReportRetaliation request, Actor actor, CancellationToken ct) =>
        await SaveAsync(await Whole(db.Petitions.VisibleTo(actor)).SingleOrNotFoundAsync(ct), request, actor, ct);

    /// <summary>The same, told to a member of staff who may know of the matter or list it at his desk.</summary>
    /// <exception cref="NotFoundException">Missing, not in reach, or walled.</exception>
    /// <exception cref="RuleBrokenException">retaliation.text, retaliation.source.</exception>
    public async Task ReportAsync(string number, ReportRetaliation request, Actor actor, CancellationToken ct) =>
        await SaveAsync(await Whole(db.Petitions.VisibleTo(Actor.System).ListedFor(actor)).Where(p => p.Number == number).SingleOrNotFoundAsync(ct), request, actor, ct);

    /// <summary>A leader says what is done; the alert closes with it.</summary>
    /// <exception cref="NotFoundException">Missing, or not readable by this person.</exception>
    /// <exception cref="RuleBrokenException">retaliation.answered, alert.note.</exception>
    public async Task AnswerAsync(Guid id, string? instruction, Actor actor, CancellationToken ct)
    {
        var offices = actor.OfficesFor(Abilities.GiveInstructions);
        var report = await scope.For(actor).Where(r => r.Id == id).SingleOrNotFoundAsync(ct);
        var petition = await db.Petitions.VisibleTo(actor).Where(p => p.Id == report.PetitionId && offices.Contains(p.OfficeId)).SingleOrNotFoundAsync(ct);
        var fact = report.Answer(actor.StaffId!.Value, TextLength.Lines(instruction ?? ""), protector.Protect, Now);
        petition.Touch();
        await recorder.SaveAsync(petition, actor, [fact], ct);
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private static IQueryable<Petition> Whole(IQueryable<Petition> petitions) =>
        petitions.Include(p => p.Respondents).Include(p => p.Assignments).AsSplitQuery();

    private async Task SaveAsync(Petition petition, ReportRetaliation request, Actor actor, CancellationToken ct)
    {
        if (await db.RetaliationReports.AnyAsync(report => report.SubmissionKey == request.Key, ct))
        {
            return;
        }

        var (report, fact) = RetaliationReport.Make(petition.Id, request.Key, request.Source, TextLength.Lines(request.Text ?? ""), actor.StaffId, protector.Protect, Now);
        db.RetaliationReports.Add(report);
        petition.Touch();
        await TellAsync(petition, report, ct);
        try
        {
            await recorder.SaveAsync(petition, actor, [fact], ct);
        }
        catch (DuplicateRowException)
        {
            // The same form at another node: it is there already.
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>
    /// The chief and the inspection officers, nobody behind the wall and nobody who handles the matter. The inspectors
    /// see no matter before a look-back is opened: their line is about none, and the number stands in its text.
    /// </summary>
    private async Task TellAsync(Petition petition, RetaliationReport report, CancellationToken ct)
    {
        var today = ChinaTime.DateOf(Now);
        var values = new Dictionary<string, string> { ["number"] = petition.Number };
        foreach (var chief in (await persons.OfAsync(petition, "ChiefProcurator", today, ct)).Where(id => !petition.IsHandledBy(id)))
        {
            await outbox.TellStaffAsync(petition, chief, Template, $"retaliation/{report.Id:N}", values, ct);
        }

        foreach (var inspector in (await persons.OfAsync(petition, "InspectionOfficer", today, ct)).Where(id => !petition.IsHandledBy(id)))
        {
            await outbox.TellOfficeAsync(inspector, Template, $"retaliation/{report.Id:N}", values, ct);
        }
    }
}
