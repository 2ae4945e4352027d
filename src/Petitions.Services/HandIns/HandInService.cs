using Petitions.Data;
using Petitions.Domain;
using Petitions.Domain.Facts;
using Petitions.Domain.HandIns;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Files.Attachments;
using Petitions.Services.Files.Checks;
using Petitions.Services.Offices;
using Petitions.Services.Petitions;
using Petitions.Services.Receptions;

namespace Petitions.Services.HandIns;

/// <summary>
/// Takes a matter in at a village or community point (联络点收件; seed features 11, 12): through the same intake as every
/// other channel, into the one register, with the point and the day it was handed in; the 7 days run from that day.
/// </summary>
public sealed class HandInService(
    PetitionsDbContext db, PetitionIntakeService intake, AttachmentService attachments, FileInspector inspector, PointsOf points, DeskRules rules, OfficeCatalog offices, TimeProvider clock)
{
    public const string Channel = "ServicePoint";

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The public number to hand over. The query code is not given to a helper: the intake desk hands it to the petitioner himself.</summary>
    /// <exception cref="RuleBrokenException">hand-in.no-point, entry.in-future, entry.late-reason and those of any filing.</exception>
    public async Task<string> HandInAsync(HandInRequest request, Actor actor, CancellationToken ct)
    {
        var mine = points.HandIn(actor);
        var point = mine.FirstOrDefault(each => each.Id == request.PointId) ?? (request.PointId is null ? mine.FirstOrDefault() : null);
        Rule.Require(point is not null, "hand-in.no-point");
        var person = new FiledPerson { Name = request.Name, Phone = request.Phone, Address = request.Address };
        rules.CheckPerson(person);
        Rule.Require(request.ReceivedOn <= Domain.Clocks.ChinaTime.DateOf(Now), "entry.in-future");
        var matter = new MatterTaken
        {
            Category = request.Category,
            Request = request.Request,
            Text = request.Text,
            NoticeWay = request.Address is not null ? "Post" : request.Phone is not null ? "Telephone" : "Portal",
            Language = request.Language,
        };
        var filing = rules.Filing(matter, person, request.Name is null ? "Anonymous" : RecordVisit.Named, checkedName: false, [], Channel, request.SubmissionKey, offices.Office(point!.OfficeId)!.Code, point.Id) with
        {
            ReceivedOn = request.ReceivedOn,
        };
        var receipt = await intake.FileAsync(filing, (petition, _) =>
        {
            db.HandIns.Add(HandIn.Receive(petition.Id, petition.OfficeId, point.Id, actor.StaffId!.Value, request.ReceivedOn, request.LateReason, rules.LateDays, Now));
            return Task.FromResult<IReadOnlyList<Fact>>([]);
        }, actor, ct);
        return receipt.Number;
    }

    /// <summary>Whether a picture would be taken; asked of all before the matter is registered.</summary>
    /// <exception cref="RuleBrokenException">file.… when it would not.</exception>
    public void CheckFile(IncomingFile file) => inspector.Require(FileName.Clean(file.Name), file.DeclaredType, file.Content);

    /// <summary>A picture of a paper that was handed in, to one's own receipt while the desk has not completed it.</summary>
    /// <exception cref="NotFoundException">No own receipt of this number.</exception>
    /// <exception cref="RuleBrokenException">hand-in.completed, file.….</exception>
    public Task AddPictureAsync(string number, IncomingFile file, Actor actor, CancellationToken ct) => attachments.AddFromPointAsync(number, file, actor, ct);
}
