using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain;
using Petitions.Domain.Offices;
using Petitions.Domain.Receptions;

namespace Petitions.Services.Receptions;

/// <summary>Who may write, read and take signatures of a visit's record at the desk: those who hear it and who registered it.</summary>
public sealed class TranscriptAccess(PetitionsDbContext db, ReceptionAccess visits)
{
    /// <exception cref="NotFoundException">When the person is not a receiver of the visit.</exception>
    /// <exception cref="RuleBrokenException">reception.wrong-state before the conversation began, where it must have.</exception>
    public async Task<Reception> ReceiverAsync(Guid id, Actor actor, CancellationToken ct, bool begun = true)
    {
        var reception = await visits.Visible(actor).Include(r => r.Matters).Include(r => r.Visitors).AsSplitQuery().Where(r => r.Id == id).SingleOrNotFoundAsync(ct);
        if (actor.StaffId != reception.ReceiverId && actor.StaffId != reception.SecondReceiverId && actor.StaffId != reception.RegisteredBy)
        {
            throw new NotFoundException();
        }

        Rule.Require(!begun || reception.StartedAt is not null, "reception.wrong-state");
        return reception;
    }

    /// <summary>The newest version; null when nothing was written.</summary>
    public Task<Transcript?> LastAsync(Guid receptionId, CancellationToken ct) =>
        db.Transcripts.Where(t => t.ReceptionId == receptionId).OrderByDescending(t => t.Number).FirstOrDefaultAsync(ct);
}
