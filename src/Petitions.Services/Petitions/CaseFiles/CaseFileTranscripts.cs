using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain.Offices;
using Petitions.Domain.Receptions;
using Petitions.Services.Receptions;

namespace Petitions.Services.Petitions.CaseFiles;

/// <summary>
/// The records of conversations (接访笔录) that belong to a matter: the versions that were signed, and a newer draft. A
/// visit that also concerns a matter behind the person's wall is not there at all; one that concerns a matter he may
/// not know of is named without its text.
/// </summary>
public sealed class CaseFileTranscripts(PetitionsDbContext db)
{
    public async Task<IReadOnlyList<CaseFileItem>> OfAsync(Guid petitionId, bool mayRead, Actor actor, CancellationToken ct)
    {
        var open = db.Petitions.VisibleTo(Actor.System).NotWalledFrom(actor);
        var known = db.Petitions.VisibleTo(actor).Where(p => p.Confidentiality == "Normal");
        var visits = await db.Receptions.AsNoTracking()
            .Where(r => r.Matters.Any(m => m.PetitionId == petitionId) && !r.Matters.Any(m => !open.Any(p => p.Id == m.PetitionId)))
            .Select(r => new
            {
                r.Id,
                r.Prefix,
                r.TicketNumber,
                r.StartedAt,
                r.EndedAt,
                First = r.ReceiverId ?? r.RegisteredBy,
                Second = r.SecondReceiverId,
                Whole = !r.Matters.Any(m => m.PetitionId != petitionId && !known.Any(p => p.Id == m.PetitionId)),
            })
            .ToDictionaryAsync(r => r.Id, ct);
        var ids = visits.Keys.ToList();
        var versions = await db.Transcripts.AsNoTracking().Where(t => ids.Contains(t.ReceptionId)).OrderBy(t => t.WrittenAt).ThenBy(t => t.Number).ToListAsync(ct);
        var people = visits.Values.SelectMany(visit => new[] { visit.First, visit.Second ?? visit.First }).Distinct().ToList();
        var names = await db.Staff.AsNoTracking().Where(s => people.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, ct);
        return [.. versions.GroupBy(version => version.ReceptionId).SelectMany(visit => visit.Where(version => version.IsSigned || version.Number == visit.Max(each => each.Number))
            .Select(version => (Version: version, Visit: visits[visit.Key], Signed: visit.Where(each => each.IsSigned).Max(each => (int?)each.Number))))
            .Select(found => new CaseFileItem
            {
                Group = CaseFileGroup.Matter,
                Kind = CaseFileKind.Transcript,
                At = found.Visit.StartedAt ?? found.Version.WrittenAt,
                Withheld = !(mayRead && found.Visit.Whole),
                Transcript = mayRead && found.Visit.Whole
                    ? Sheet(found.Version, new Ticket(found.Visit.Prefix, found.Visit.TicketNumber), found.Visit.StartedAt, found.Visit.EndedAt, found.Signed,
                        [.. new[] { found.Visit.First, found.Visit.Second ?? Guid.Empty }.Select(id => names.GetValueOrDefault(id)).OfType<string>()])
                    : null,
            })];
    }

    private static TranscriptSheet Sheet(Transcript version, Ticket ticket, DateTime? from, DateTime? to, int? signed, IReadOnlyList<string> receivers) => new()
    {
        ReceptionId = version.ReceptionId,
        Ticket = ticket.ToString(),
        Number = version.Number,
        Text = version.Text,
        Digest = version.Digest,
        Reason = version.Reason,
        SignedAt = version.SignedAt,
        SignedBy = version.SignedBy,
        SignatureNote = version.SignatureNote,
        SignedVersion = signed,
        StartedAt = from,
        EndedAt = to,
        Receivers = receivers,
    };
}
