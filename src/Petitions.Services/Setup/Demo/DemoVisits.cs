using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain.Receptions;
using Petitions.Services.Offices;
using Petitions.Services.Petitions;
using Petitions.Services.Receptions;

namespace Petitions.Services.Setup;

/// <summary>The elderly walk-in of journey J2, through the desk's own services. Development only; safe to run twice.</summary>
public sealed class DemoVisits(PetitionsDbContext db, ReceptionDeskService desk, PaperSlipService slips, DeskPlaces places, ActorSource actors)
{
    private const string Clerk = "ReceptionOfficer";

    /// <summary>马德福 (76, hard of hearing, no telephone) with his daughter 马丽 as contact; he waits with his ticket.</summary>
    public async Task SeedAsync(CancellationToken ct)
    {
        var clerk = await db.Users.Where(account => account.UserName == Clerk).Select(account => (Guid?)account.StaffId).SingleOrDefaultAsync(ct);
        if (clerk is null || await db.Receptions.AnyAsync(ct) || await actors.OfAsync(clerk.Value, ct) is not { } actor)
        {
            return;
        }

        // A pad lies ready at the counter for the next time the network is down.
        await slips.PrintAsync(places.Find(null, null, actor), actor, ct);
        await desk.RecordAsync(new RecordVisit
        {
            SubmissionKey = Guid.NewGuid(),
            Place = places.Find(null, null, actor),
            Visitor = new FiledPerson { Name = "马德福", IdKind = "ResidentId", IdNumber = "990101195002030013", Address = "清溪县泊云镇青石坳村8号" },
            IdentityCheck = IdentityCheck.Shown,
            Needs = ["Hearing", "Sight"],
            CallByName = true,
            Purpose = VisitPurpose.Petition,
            Matter = new MatterTaken
            {
                Category = "Appeal",
                SubCategory = "A6",
                Request = "请求对2019年的民事判决进行监督。",
                Text = "2019年的判决没有查清借款是否归还，请检察院看一看。",
                NoticeWay = "Post",
                Contact = new FiledContact { Name = "马丽", Phone = "13800001111" },
            },
        }, actor, ct);
    }
}
