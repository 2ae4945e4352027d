using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Petitions.Domain.AccountabilityReviews;
using Petitions.Domain.Clocks;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.AccountabilityReviews;
using Petitions.Services.Facts;
using Petitions.Services.Tests.Supervision;

namespace Petitions.Services.Tests.AccountabilityReviews;

/// <summary>An inspector beside the people of the board, and the steps of journey J9 as short verbs.</summary>
public abstract class ReviewTest : BoardTest
{
    protected const string InspectionDepartment = "D990101-09";
    protected const string PetitionDepartment = "D990101-07";

    protected Staff Inspector { get; private set; } = null!;

    protected Guid Review { get; private set; }

    /// <summary>The export of the matter before anybody spoke of a review (journey J9, tester e).</summary>
    protected string ExportBefore { get; private set; } = "";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Inspector = await Given.Staff("孙涛", InspectionDepartment, "InspectionOfficer");
    }

    protected DateTime Now => Clock.GetUtcNow().UtcDateTime;

    protected DateOnly Today => ChinaTime.DateOf(Now);

    /// <summary>An accepted matter and a review of it, proposed by the inspector.</summary>
    protected async Task<Petition> Proposed(Petition? matter = null)
    {
        var petition = matter ?? await Accepted();
        ExportBefore = await ExportAsync(petition.Id);
        var actor = await As(Inspector);
        Review = await RunAsync<ReviewProposals, Guid>(s => s.ProposeAsync(petition.Number, "R10", "信访人反映态度恶劣。", actor, default));
        return petition;
    }

    protected async Task<Petition> Investigated(Petition? matter = null)
    {
        var petition = await Proposed(matter);
        await ActAs<ReviewService>(Inspector, (s, a) => s.OpenAsync(Opening(), a, default));
        await ActAs<ReviewService>(Inspector, (s, a) => s.AppointAsync(Review, Inspector.Id, a, default));
        return petition;
    }

    protected OpenReview Opening(string department = InspectionDepartment) => new(Review, "是否按规定告知？", Today.AddDays(-30), Today, Given.DepartmentId(department));

    /// <summary>A finding on the screening officer, who accepted the matter; put to him.</summary>
    protected async Task<Guid> Asked(Petition? matter = null)
    {
        await Investigated(matter);
        await ActAs<InvestigationService>(Inspector, async (s, a) => await s.FindAsync(await FindingAsync(), a, default));
        var officer = await OfficerAsync();
        await ActAs<InvestigationService>(Inspector, (s, a) => s.AskAsync(Review, officer, a, default));
        return officer;
    }

    protected async Task<Guid> Decided(LiabilityOpinion opinion = LiabilityOpinion.GrossNegligence, LiabilityMeasure measure = LiabilityMeasure.Correction)
    {
        var officer = await Asked();
        await ActAs<OwnReviewService>(Officer, (s, a) => s.StateAsync(officer, "当天没有登记电话。", a, default));
        await ChecklistDoneAsync();
        await ActAs<InvestigationService>(Inspector, (s, a) => s.AdviseAsync(Review, officer, Advice(opinion, measure), a, default));
        await ActAs<LiabilityService>(Chief, (s, a) => s.DecideAsync(new DecideLiability(Review, officer, opinion, measure, null, "同意查究意见。"), a, default));
        return officer;
    }

    protected static OpinionGiven Advice(LiabilityOpinion opinion, LiabilityMeasure measure) =>
        new() { Opinion = opinion, Severity = LiabilitySeverity.Slight, Causation = "没有登记，信访人不知道进度。", Measure = measure };

    protected Task ServedAsync(Guid officer) => ActAs<LiabilityService>(Inspector, (s, a) => s.ServeAsync(Review, officer, Today, "Counter", a, default));

    protected async Task ChecklistDoneAsync()
    {
        var actor = await As(Inspector);
        var steps = (await RunAsync<ReviewQueries, ReviewSheet>(q => q.SheetAsync(Review, actor, default))).Checklist!.Steps.Count;
        for (var step = 1; step <= steps; step++)
        {
            var number = step;
            await RunAsync<InvestigationService>(s => s.CheckAsync(Review, number, true, null, actor, default));
        }
    }

    protected async Task<WriteFinding> FindingAsync(params int[] seqs) =>
        new(Review, Officer.Id, "NoNotice", ReviewVerdict.Partly, "没有告知办理进度。", seqs.Length > 0 ? seqs : [await SeqAsync()]);

    /// <summary>Place of the fact that says the screening officer accepted the matter.</summary>
    protected Task<int> SeqAsync() => QueryAsync(db => db.Facts.Where(f => f.Subject == FactSubject.Petition && f.Kind == nameof(PetitionAccepted)).Select(f => f.Seq).SingleAsync());

    protected Task<Guid> OfficerAsync() => QueryAsync(db => db.ReviewedOfficers.Where(o => o.ReviewId == Review).Select(o => o.Id).SingleAsync());

    protected Task<AccountabilityReview> ReloadAsync() => QueryAsync(db => ReviewAccess.Whole(db.AccountabilityReviews).AsNoTracking().SingleAsync(r => r.Id == Review));

    /// <summary>SHA-256 of what <c>verify-log --export</c> writes of one matter.</summary>
    protected Task<string> ExportAsync(Guid petition) => RunAsync<ChainReader, string>(async reader =>
    {
        using var file = new MemoryStream();
        using var writer = new FactFileWriter(file);
        foreach (var chain in await reader.OfAsync(petition, default))
        {
            await writer.ChainAsync(chain, default);
        }

        Assert.True(file.Length > 0, "Nothing was exported.");
        return Convert.ToHexString(SHA256.HashData(file.ToArray()));
    });

    protected Task<List<string>> FactsAsync() =>
        QueryAsync(db => db.Facts.Where(f => f.Subject == FactSubject.AccountabilityReview && f.SubjectId == Review).OrderBy(f => f.Seq).Select(f => f.Kind).ToListAsync());
}
