using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain;
using Petitions.Domain.Facts;
using Petitions.Domain.Notices;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Petitions;
using Petitions.Services.Petitions.Screening;

namespace Petitions.Services.Supervision;

/// <summary>Closes alerts, each as its rule says; what has no verb here closes by the act it waits for.</summary>
public sealed class AlertService(PetitionsDbContext db, ScreeningAccess access, AlertScope alerts, PetitionRecorder recorder, TimeProvider clock)
{
    private static readonly string[] Acting = [Abilities.UrgePetitions, Abilities.ScreenPetitions, Abilities.HandlePetitions, Abilities.AnswerEmergency, Abilities.AssignPetitions];

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>An emergency is closed by saying who was called and when; the same-day clock stops with it.</summary>
    /// <exception cref="RuleBrokenException">alert.called, alert.called-at, alert.note, alert.closed.</exception>
    public async Task CloseRiskAsync(Guid petitionId, RiskClosing closing, Actor actor, CancellationToken ct)
    {
        var petition = await access.LoadAsync(petitionId, actor, ct, Acting);
        Rule.Require(await alerts.UrgentRisks(actor).AnyAsync(p => p.Id == petitionId, ct), "alert.closed");
        var called = Rule.RequireText(closing.Called, Domain.People.PersonName.Max, "alert.called");
        Rule.Require(closing.CalledAt is { } at && at <= Now && at >= petition.ReceivedAt.AddDays(-1), "alert.called-at");
        var note = Rule.RequireText(closing.Note, Domain.FollowUps.CallbackTask.NoteMax, "alert.note");
        var acted = await access.HasFactAsync(petition, nameof(FirstActionTaken), ct);
        petition.Touch();
        await recorder.SaveAsync(petition, actor, [.. acted ? (IEnumerable<Fact>)[] : [new FirstActionTaken(petition.Id)], new UrgentRiskClosed(petition.Id, note, called, closing.CalledAt)], ct);
    }

    /// <summary>A notice that reached nobody goes to its channel again, or a letter to the print queue.</summary>
    public async Task SendAgainAsync(Guid noticeId, Actor actor, CancellationToken ct)
    {
        var (notice, _) = await NoticeAsync(noticeId, actor, ct);
        notice.SendAgain(Now);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>The petitioner was told in another way; how stands in a note of contact on the matter.</summary>
    /// <exception cref="RuleBrokenException">alert.note, notice.wrong-state.</exception>
    public async Task ToldOtherwiseAsync(Guid noticeId, string? note, Actor actor, CancellationToken ct)
    {
        var (notice, petition) = await NoticeAsync(noticeId, actor, ct);
        var contact = CaseNote.Write(petition.Id, CaseNoteKind.Contact, Rule.RequireText(note, Domain.FollowUps.CallbackTask.NoteMax, "alert.note"), actor.StaffId!.Value, Now);
        notice.ToldOtherwise();
        db.CaseNotes.Add(contact);
        petition.Touch();
        await recorder.SaveAsync(petition, actor, [new PetitionerContacted(petition.Id, contact.Text)], ct);
    }

    /// <summary>Whoever was told of unusual reading has looked into it; the reader was never told.</summary>
    public async Task ReadAlertSeenAsync(Guid noticeId, Actor actor, CancellationToken ct)
    {
        var notice = await alerts.ReadAlerts(actor).Where(n => n.Id == noticeId).SingleOrNotFoundAsync(ct);
        notice.Read(Now);
        await db.SaveChangesAsync(ct);
    }

    private async Task<(Notice Notice, Petition Petition)> NoticeAsync(Guid noticeId, Actor actor, CancellationToken ct)
    {
        var notice = await db.Notices.Where(n => n.Id == noticeId && n.StaffId == null && n.PetitionId != null).SingleOrNotFoundAsync(ct);
        return (notice, await access.LoadAsync(notice.PetitionId!.Value, actor, ct, Acting));
    }
}
