using Petitions.Data;
using Petitions.Domain;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Petitions.Screening;
using Petitions.Services.Reference;

namespace Petitions.Services.Petitions.Handling;

/// <summary>What the handler does between acceptance and the reply (承办).</summary>
public sealed class HandlingService(PetitionsDbContext db, ScreeningAccess access, PetitionRecorder recorder, ReferenceCatalog reference, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task StartAsync(string number, Actor actor, CancellationToken ct)
    {
        var petition = await LoadAsync(number, actor, ct);
        await recorder.SaveAsync(petition, actor, [petition.StartHandling(Now)], ct);
    }

    /// <summary>Adds an internal note, a contact with the petitioner or a check of facts.</summary>
    public async Task WriteAsync(string number, CaseNoteKind kind, string text, Actor actor, CancellationToken ct)
    {
        var petition = await LoadAsync(number, actor, ct);
        Rule.Require(petition.State is not (PetitionState.Closed or PetitionState.Archived), "petition.closed");
        var note = CaseNote.Write(petition.Id, kind, text, actor.StaffId!.Value, Now);
        db.CaseNotes.Add(note);
        petition.Touch();
        Fact fact = kind switch
        {
            CaseNoteKind.Contact => new PetitionerContacted(petition.Id, note.Text),
            CaseNoteKind.Check => new FactsChecked(petition.Id, note.Text),
            _ => new InternalNoteAdded(petition.Id, note.Id, note.Text),
        };
        await recorder.SaveAsync(petition, actor, [fact], ct);
    }

    /// <summary>The office's statement of how it ended; the petitioner confirms or not.</summary>
    public async Task ProposeOutcomeAsync(string number, string outcome, string? evidence, Actor actor, CancellationToken ct)
    {
        Rule.Require(reference.Holds("Outcome", outcome), "outcome.unknown");
        var petition = await access.LoadAsync(number, actor, ct, Abilities.HandlePetitions, Abilities.ConfirmClosing, Abilities.ScreenPetitions);
        await recorder.SaveAsync(petition, actor, [petition.ProposeOutcome(outcome, evidence)], ct);
    }

    private Task<Petition> LoadAsync(string number, Actor actor, CancellationToken ct) => access.LoadAsync(number, actor, ct, Abilities.HandlePetitions);
}
