using Microsoft.EntityFrameworkCore;
using Petitions.Domain.Offices;
using Petitions.Domain.Receptions;
using Petitions.Services.Petitions;
using Petitions.Services.Receptions;
using Petitions.Services.Tests.Fixtures;

namespace Petitions.Services.Tests.Receptions;

/// <summary>A hall with clerks; a test names only what matters to it.</summary>
public abstract class DeskTest : PetitionsTest
{
    protected const string Elder = "990101195002030013";

    protected Actor Clerk { get; private set; } = null!;

    protected Actor Colleague { get; private set; } = null!;

    protected DeskPlace Hall { get; private set; } = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Clerk = await ActorAsync((await Given.Staff("陈静", roles: "ReceptionOfficer")).Id);
        Colleague = await ActorAsync((await Given.Staff("冯倩", roles: "IntakeClerk")).Id);
        Hall = Place("SP-QX-HALL", 1, Clerk);
    }

    protected DeskPlace Place(string point, int counter, Actor actor) => new DeskPlaces(Given.Offices).Find(point, counter, actor);

    protected RecordVisit Visit(VisitPurpose purpose = VisitPurpose.Later) => new()
    {
        SubmissionKey = Guid.NewGuid(),
        Place = Hall,
        Visitor = new FiledPerson { Name = "马德福", IdKind = "ResidentId", IdNumber = Elder, Address = "清溪县泊云镇青石坳村8号" },
        IdentityCheck = IdentityCheck.Shown,
        Purpose = purpose,
        Matter = purpose == VisitPurpose.Petition ? Appeal : null,
    };

    protected static MatterTaken Appeal { get; } = new()
    {
        Category = "Appeal",
        SubCategory = "A6",
        Request = "请求对2019年的民事判决进行监督。",
        Text = "2019年的判决没有查清事实，请检察院看一看。",
        NoticeWay = "Post",
    };

    protected Task<RecordedVisit> RecordAsync(RecordVisit visit, Actor? actor = null) =>
        RunAsync<ReceptionDeskService, RecordedVisit>(desk => desk.RecordAsync(visit, actor ?? Clerk, default));

    protected Task<Reception> ReloadAsync(Guid id) =>
        QueryAsync(db => db.Receptions.AsNoTracking().Include(r => r.Visitors).Include(r => r.Matters).Include(r => r.Steps).SingleAsync(r => r.Id == id));

    protected Task<List<string>> FactsAsync(Guid subject) =>
        QueryAsync(db => db.Facts.Where(fact => fact.SubjectId == subject).OrderBy(fact => fact.Seq).Select(fact => fact.Kind).ToListAsync());

    protected Task QueueAsync(Func<ReceptionQueueService, Task> act) => RunAsync(act);
}
