using Petitions.Data;
using Petitions.Domain;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;

namespace Petitions.Services.Petitions.Joining;

/// <summary>Keeps why a clerk recorded a matter as new although a likely repeat was shown: an internal note, in the save of the matter.</summary>
public sealed class AskedAnyway(PetitionsDbContext db, TimeProvider clock)
{
    /// <summary>The fact of the note, or none where no repeat was shown.</summary>
    /// <exception cref="RuleBrokenException">same.reason when it is too long.</exception>
    public IReadOnlyList<Fact> Note(Petition petition, string? reason, Actor actor)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            return [];
        }

        var note = CaseNote.Write(petition.Id, CaseNoteKind.Note, Rule.RequireText(reason, PetitionLink.ReasonMax, "same.reason"), actor.StaffId!.Value, clock.GetUtcNow().UtcDateTime);
        db.CaseNotes.Add(note);
        return [new InternalNoteAdded(petition.Id, note.Id, note.Text)];
    }
}
