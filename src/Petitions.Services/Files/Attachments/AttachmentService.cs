using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Domain;
using Petitions.Domain.Files;
using Petitions.Domain.FirstHandlers;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Files.Stores;
using Petitions.Services.Notices;
using Petitions.Services.Petitions;
using Petitions.Services.Petitions.Handling;
using Petitions.Services.Petitions.Screening;

namespace Petitions.Services.Files.Attachments;

/// <summary>Adds files to a matter already filed, by the petitioner or by the member of staff who got them.</summary>
public sealed class AttachmentService(
    PetitionsDbContext db, PetitionRecorder recorder, FileIntake intake, NoticeOutbox outbox, IFileStore store, UnsavedWork unsaved, TimeProvider clock)
{
    /// <summary>A matter with more belongs on paper.</summary>
    public const int MatterMost = 100;
    private const int Attempts = 5;

    /// <summary>Adds one file of the petitioner; the handler is told. The same bytes again are kept once.</summary>
    /// <exception cref="NotFoundException">When the actor opened no such matter.</exception>
    /// <exception cref="RuleBrokenException">file.… when the file is not taken, petition.closed.</exception>
    /// <exception cref="FileStoreAwayException">When the store is full or away.</exception>
    public Task SupplyAsync(IncomingFile sent, FileWish wish, Actor actor, CancellationToken ct) =>
        BesideAsync(() => SupplyOnceAsync(sent, wish, actor, ct));

    /// <summary>Adds one file a member of staff was given, with the way it came.</summary>
    /// <exception cref="NotFoundException">Missing, not in reach, walled, or not for this person to add to.</exception>
    public Task AddByStaffAsync(string number, IncomingFile sent, string channel, Actor actor, CancellationToken ct) =>
        BesideAsync(() => AddOnceAsync(number, sent, channel, actor, ct));

    /// <summary>
    /// Adds a paper of a visit, such as the signed page of its transcript, to a matter of that visit. Its receiver may add it
    /// even where he may not open the rest (reports); the caller has proven that he is one.
    /// </summary>
    /// <param name="petitionId">The matter.</param>
    /// <param name="sent">As it was sent.</param>
    /// <param name="together">Adds rows that belong to the file, by its id and SHA-256, into the same save; also when the same bytes lie there already.</param>
    /// <param name="actor">Who adds it.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="NotFoundException">Missing, or behind the person's wall.</exception>
    public Task AddFromVisitAsync(Guid petitionId, IncomingFile sent, Action<Guid, string>? together, Actor actor, CancellationToken ct) => BesideAsync(async () =>
    {
        var petition = await LoadAsync(db.Petitions.VisibleTo(Actor.System).NotWalledFrom(actor with { DepartmentLine = [] }).Where(p => p.Id == petitionId), ct);
        var digest = DigestOf(sent);
        if (petition.Attachments.FirstOrDefault(there => there.Sha256 == digest) is { } known && together is not null)
        {
            await BindKnownAsync(known, together, ct);
            return;
        }

        await AttachAsync(petition, sent, new FileWish(KeepOriginal: true, Shrink: false), "WalkIn", actor, () =>
        {
            together?.Invoke(petition.Attachments[^1].Id, petition.Attachments[^1].Sha256);
            return Task.CompletedTask;
        }, ct);
    });

    /// <summary>Adds a picture to one's own hand-in, until the intake desk has completed it.</summary>
    /// <exception cref="NotFoundException">No own hand-in of this number.</exception>
    /// <exception cref="RuleBrokenException">hand-in.completed; file.… when it is not taken.</exception>
    public Task AddFromPointAsync(string number, IncomingFile sent, Actor actor, CancellationToken ct) => BesideAsync(async () =>
    {
        var staff = actor.StaffId;
        var petition = await LoadAsync(db.Petitions.VisibleTo(actor).Where(p => p.Number == number && db.HandIns.Any(row => row.PetitionId == p.Id && row.HandedInBy == staff)), ct);
        Rule.Require(await db.HandIns.AnyAsync(row => row.PetitionId == petition.Id && row.CompletedAt == null, ct), "hand-in.completed");
        await AttachAsync(petition, sent, new FileWish(KeepOriginal: true, Shrink: false), "ServicePoint", actor, () => Task.CompletedTask, ct);
    });

    internal static bool MayAdd(Petition petition, Actor actor) =>
        petition.State is not (PetitionState.Closed or PetitionState.Archived) && CaseQueries.MayReadText(petition, actor)
        && ScreeningAccess.Holds(petition, actor, Abilities.HandlePetitions, Abilities.ScreenPetitions, Abilities.RegisterPetitions);

    /// <summary>A file stands beside the rest of the matter: whoever changed that meanwhile takes nothing from it, so it is tried again.</summary>
    private static async Task BesideAsync(Func<Task> add)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await add();
                return;
            }
            catch (DbUpdateConcurrencyException) when (attempt < Attempts)
            {
                // Read anew and added once more.
            }
        }
    }

    private async Task SupplyOnceAsync(IncomingFile sent, FileWish wish, Actor actor, CancellationToken ct)
    {
        var petition = await LoadAsync(db.Petitions.VisibleTo(actor), ct);
        await AttachAsync(petition, sent, wish, "Online", actor, async () =>
        {
            var handler = petition.Assignments.Where(a => a.To is null && a.Kind != AssignmentKind.FollowUpOfficer).MinBy(a => a.Kind)?.StaffId;
            if (handler is { } staff)
            {
                await outbox.TellStaffAsync(petition, staff, "petition.supplied", $"supplied/{petition.Version}",
                    new Dictionary<string, string> { ["number"] = petition.Number }, ct);
            }
        }, ct);
    }

    private async Task AddOnceAsync(string number, IncomingFile sent, string channel, Actor actor, CancellationToken ct)
    {
        var petition = await LoadAsync(db.Petitions.VisibleTo(actor).Where(p => p.Number == number), ct);
        if (!MayAdd(petition, actor))
        {
            throw new NotFoundException();
        }

        await AttachAsync(petition, sent, new FileWish(KeepOriginal: true, Shrink: false), channel, actor, () => Task.CompletedTask, ct);
    }

    private static string DigestOf(IncomingFile sent) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(sent.Content));

    /// <summary>The same page sent twice is bound once.</summary>
    private async Task BindKnownAsync(Attachment known, Action<Guid, string> together, CancellationToken ct)
    {
        together(known.Id, known.Sha256);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DuplicateRowException)
        {
            unsaved.Drop();
        }
    }

    private static Task<Petition> LoadAsync(IQueryable<Petition> petitions, CancellationToken ct) => petitions
        .Include(p => p.Assignments).Include(p => p.Attachments).AsSplitQuery().SingleOrNotFoundAsync(ct);

    private async Task AttachAsync(Petition petition, IncomingFile sent, FileWish wish, string channel, Actor actor, Func<Task> tell, CancellationToken ct)
    {
        var digest = DigestOf(sent);
        if (petition.Attachments.Any(there => there.Sha256 == digest))
        {
            return;
        }

        Rule.Require(petition.Attachments.Count < MatterMost, "file.matter-full");
        Rule.Require(petition.State is not (PetitionState.Closed or PetitionState.Archived), "petition.closed");
        var details = await intake.TakeAsync(sent, wish, ct);
        try
        {
            var added = petition.Attach(details, channel, actor.StaffId, clock.GetUtcNow().UtcDateTime);
            db.Attachments.Add(petition.Attachments[^1]);
            await tell();
            await recorder.SaveAsync(petition, actor, [added], ct);
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            // Another sending of the same file, or another change of the matter, came first.
            var names = db.ChangeTracker.Entries<StoredFile>().Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity.StoreName).ToList();
            unsaved.Drop();
            foreach (var name in names)
            {
                await store.DeleteAsync(name, ct);
            }

            if (!await db.Attachments.AnyAsync(there => there.PetitionId == petition.Id && there.Sha256 == details.Sha256, ct))
            {
                throw;
            }
        }
    }
}
