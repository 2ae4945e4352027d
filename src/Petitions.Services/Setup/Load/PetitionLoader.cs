using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Data.Petitions;
using Petitions.Data.Search;
using Petitions.Domain.AccountabilityReviews;
using Petitions.Domain.Commitments;
using Petitions.Domain.Facts;
using Petitions.Domain.FirstHandlers;
using Petitions.Domain.FollowUps;
using Petitions.Domain.JointVisits;
using Petitions.Domain.Notices;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;
using Petitions.Domain.Clocks;
using Petitions.Domain.Petitions.Documents;
using Petitions.Domain.Petitions.Replies;
using Petitions.Domain.Ratings;
using Petitions.Services.Clocks;
using Petitions.Services.Notices;
using Petitions.Services.Offices;
using Petitions.Services.Petitions;
using Petitions.Services.Petitions.Handling;
using Petitions.Services.Reference;

namespace Petitions.Services.Setup.Load;

/// <summary>
/// Loads whole years of invented history (<c>seed load</c>): the entities' own verbs make every row, chains are hashed
/// and signed, clocks are counted by their rules; only the change tracker is passed by (decision 0012).
/// </summary>
public sealed class PetitionLoader(
    IServiceScopeFactory scopes, PetitionsDbContext db, IEngineInfo engine, OfficeCatalog offices, ClockCatalog clocks, ReferenceCatalog reference, NoticeTexts notices,
    RemedyRule remedies, FilingRules rules, PetitionParties parties, ColumnProtector protector, KeyRing keys, TimeProvider clock)
{
    private const int Piece = 400;

    /// <summary>Tables the load fills.</summary>
    private static readonly IReadOnlyCollection<Type> Loaded =
    [
        typeof(Petition), typeof(Submission), typeof(PetitionParty), typeof(Respondent), typeof(Assignment), typeof(PetitionAddition), typeof(PetitionClock),
        typeof(DecisionProposal), typeof(IssuedDocument), typeof(CaseNote), typeof(Reply), typeof(ReplyRound), typeof(Rating), typeof(Notice), typeof(LetterStep),
        typeof(CallbackTask), typeof(Commitment), typeof(CommitmentPromise), typeof(JointVisit), typeof(JointCase), typeof(AccountabilityReview), typeof(ReviewTrigger), typeof(ReviewMember),
        typeof(FactRecord), typeof(FactValue), typeof(ChainHead), typeof(SearchQueueItem),
    ];

    /// <param name="request">How much.</param>
    /// <param name="intoFilled">Whether a database that holds matters already may be added to (Development).</param>
    /// <param name="progress">Told the number of matters written so far.</param>
    /// <param name="ct">Stops between two pieces; what was written stays.</param>
    /// <exception cref="InvalidOperationException">When the database holds matters and may not be added to.</exception>
    public async Task LoadAsync(LoadRequest request, bool intoFilled, Action<int> progress, CancellationToken ct)
    {
        if (!intoFilled && await db.Petitions.VisibleTo(Actor.System).AnyAsync(ct))
        {
            throw new InvalidOperationException("Load data goes into an empty database only: this one holds petitions.");
        }

        var now = CanonicalJson.ToMicroseconds(clock.GetUtcNow().UtcDateTime);
        var texts = new LoadTexts(LoadWords.Read());
        var working = await new LoadStaff(db, offices, new DemoClock(clock.GetUtcNow()), texts, request).EnsureAsync(ct);
        var serials = await LoadSerials.ReadAsync(db, ct);
        var world = new LoadWorld(clocks, offices, reference, notices, remedies, rules, parties, protector, keys, new LoadPeople(texts, request), texts, now)
        {
            Checklists = (await db.ReviewChecklists.AsNoTracking().OrderBy(c => c.Number).Select(c => new { c.OfficeId, c.Id }).ToListAsync(ct)).GroupBy(c => c.OfficeId).ToDictionary(office => office.Key, office => office.Last().Id),
        };
        var planner = new LoadPlanner(request, working, clocks.Calendar, reference, serials, now);
        var bulk = engine.NewBulkLoader();
        await bulk.BeginAsync(db, Loaded, ct);
        try
        {
            await WriteAsync(request, planner, world, bulk, progress, ct);
        }
        finally
        {
            await bulk.EndAsync(db, CancellationToken.None);
        }

        await serials.StoreAsync(db, ct);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Every processor tells, as many write as the engine bears.</summary>
    private async Task WriteAsync(LoadRequest request, LoadPlanner planner, LoadWorld world, Data.Bulk.IBulkLoader bulk, Action<int> progress, CancellationToken ct)
    {
        using var writers = new SemaphoreSlim(bulk.Writers);
        var written = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount + 1, CancellationToken = ct };
        await Parallel.ForEachAsync(planner.Pieces(Piece), options, async (piece, stop) =>
        {
            var rows = new List<object>(piece.Count * 80);
            foreach (var plan in piece)
            {
                new LoadTeller(world, plan, request.Seed, rows).Tell();
            }

            await writers.WaitAsync(stop);
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await bulk.WriteAsync(scope.ServiceProvider.GetRequiredService<PetitionsDbContext>(), rows, stop);
            }
            finally
            {
                writers.Release();
            }

            progress(Interlocked.Add(ref written, piece.Count));
        });
    }
}
