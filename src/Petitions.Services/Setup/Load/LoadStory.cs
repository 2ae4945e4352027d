using Petitions.Domain.Facts;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;

namespace Petitions.Services.Setup.Load;

/// <summary>What the chapters of one invented life share: its plan, its dice, who acts in it, and the matter once it was filed.</summary>
internal sealed class LoadStory
{
    /// <summary>A field, because every throw changes it.</summary>
    public LoadDice Dice;

    public LoadStory(LoadWorld world, LoadPlan plan, int seed, List<object> rows)
    {
        (World, Plan, Rows, Dice) = (world, plan, rows, LoadDice.Of(seed ^ 0x54454C4C, plan.Index));
        Screener = Dice.Of(plan.Office.All("ScreeningOfficer"));
        Department = plan.Office.DepartmentFor(plan.Subject.Line);
        Handler = Dice.Of(plan.Office.Of("CaseOfficer", Department.Id));
        CallBack = new LoadCallBack(this);
    }

    public LoadWorld World { get; }

    public LoadPlan Plan { get; }

    public List<object> Rows { get; }

    public Staff Screener { get; }

    public Department Department { get; }

    public Staff Handler { get; }

    public LoadMatter Matter { get; set; } = null!;

    public LoadCallBack CallBack { get; }

    public Petition Petition => Matter.Petition;

    public Staff Director => Plan.Office.All("PetitionDirector")[0];

    public Staff Approver => Petition.Track == "Ordinary" ? Plan.Office.All("DeputyChief")[0] : Plan.Office.Of("DepartmentHead", Department.Id)[0];

    public static Actor Of(Staff staff) => new() { Kind = ActorKind.Staff, StaffId = staff.Id, OfficeId = staff.OfficeId, DepartmentId = staff.DepartmentId };
}
