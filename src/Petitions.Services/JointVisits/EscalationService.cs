using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain;
using Petitions.Domain.JointVisits;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Petitions;
using Petitions.Services.Petitions.Screening;

namespace Petitions.Services.JointVisits;

/// <summary>What becomes of an approved escalation: sent, answered, its measures done.</summary>
public sealed class EscalationService(PetitionsDbContext db, ScreeningAccess access, EscalationReceivers receivers, PetitionRecorder recorder, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The report has left the house. Whoever was complained of meanwhile gets nothing.</summary>
    /// <exception cref="RuleBrokenException">escalation.wrong-state, escalation.way, escalation.receiver.</exception>
    public async Task SendAsync(string number, Guid id, string? way, Actor actor, CancellationToken ct)
    {
        var (petition, escalation) = await LoadAsync(number, id, actor, ct);
        Rule.Require(receivers.Allows(petition, escalation.ReceiverKind, escalation.Receiver), "escalation.receiver");
        var fact = escalation.Send(way, actor.StaffId!.Value, Now);
        petition.Touch();
        await recorder.SaveAsync(petition, actor, [fact], ct);
    }

    /// <exception cref="RuleBrokenException">escalation.wrong-state, escalation.answer, escalation.answered-on, escalation.measure.</exception>
    public async Task AnswerAsync(string number, Guid id, string? answer, DateOnly? on, IReadOnlyList<NewEscalationMeasure> measures, Actor actor, CancellationToken ct)
    {
        var (petition, escalation) = await LoadAsync(number, id, actor, ct);
        var fact = escalation.Record(TextLength.Lines(answer ?? ""), on, measures, actor.StaffId!.Value, Now);
        petition.Touch();
        await recorder.SaveAsync(petition, actor, [fact], ct);
    }

    /// <summary>A measure is done; the matter keeps a note of it.</summary>
    /// <exception cref="RuleBrokenException">escalation.measure-unknown, escalation.measure-done, escalation.result.</exception>
    public async Task DoneAsync(string number, Guid id, Guid measureId, string? result, Actor actor, CancellationToken ct)
    {
        var (petition, escalation) = await LoadAsync(number, id, actor, ct);
        var measure = escalation.Done(measureId, result, actor.StaffId!.Value, Now);
        var note = CaseNote.Write(petition.Id, CaseNoteKind.Note, $"{measure.Number}. {measure.Text}\n{measure.Result}", actor.StaffId!.Value, Now);
        db.CaseNotes.Add(note);
        petition.Touch();
        await recorder.SaveAsync(petition, actor, [new InternalNoteAdded(petition.Id, note.Id, note.Text)], ct);
    }

    private async Task<(Petition Petition, Escalation Escalation)> LoadAsync(string number, Guid id, Actor actor, CancellationToken ct)
    {
        var petition = await access.LoadAsync(number, actor, ct, EscalationQueries.Senders);
        var escalation = await db.Escalations.Include(each => each.Measures).Where(each => each.Id == id && each.PetitionId == petition.Id).SingleOrNotFoundAsync(ct);
        return (petition, escalation);
    }
}
