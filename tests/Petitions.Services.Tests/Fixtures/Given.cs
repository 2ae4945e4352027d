using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Domain.Appointments;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;
using Petitions.Services.Offices;
using Petitions.Services.Petitions;

namespace Petitions.Services.Tests.Fixtures;

/// <summary>Builders with defaults: a test names only what matters to it.</summary>
public sealed class Given(IServiceProvider services, TimeProvider clock)
{
    public const string County = "D990101";
    public const string SecondDepartment = "D990101-02";
    public const string PetitionDepartment = "D990101-07";

    public OfficeCatalog Offices => services.GetRequiredService<OfficeCatalog>();

    public Guid OfficeId(string code = County) => Offices.OfficeByCode(code)!.Id;

    public Guid DepartmentId(string code) => Offices.Departments.Single(department => department.Code == code).Id;

    /// <summary>A registered matter of the county office, filed online under a real name.</summary>
    public async Task<Petition> Petition(Func<NewPetition, NewPetition>? change = null)
    {
        await using var scope = services.CreateAsyncScope();
        var filed = new NewPetition
        {
            Number = PetitionNumber.New("QX"),
            OfficeId = OfficeId(),
            Channel = "Online",
            Language = "zh-Hans",
            Category = "Complaint",
            SubCategory = "B5",
            IdentityMode = "RealNameUnverified",
            Title = "请求监督公安机关立案",
            Text = "去年十月报案后五个月没有收到是否立案的决定。",
            Request = "请求监督公安机关立案。",
            ReceiptSalt = new byte[FiledContent.SaltLength],
            QueryCodeHash = [1],
            Parties = [new PartyDetails { Relation = "Petitioner", Name = "刘芳", NoticeWay = "Portal" }],
        };
        var (petition, facts) = Domain.Petitions.Petition.Receive(change?.Invoke(filed) ?? filed, clock.GetUtcNow().UtcDateTime);
        scope.ServiceProvider.GetRequiredService<PetitionsDbContext>().Petitions.Add(petition);
        await scope.ServiceProvider.GetRequiredService<PetitionRecorder>().SaveAsync(petition, Actor.Citizen(), facts, default);
        return petition;
    }

    /// <summary>A member of staff holding roles from today on.</summary>
    public async Task<Staff> Staff(string name, string department = PetitionDepartment, params string[] roles)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PetitionsDbContext>();
        var unit = Offices.Departments.Single(d => d.Code == department);
        var now = clock.GetUtcNow().UtcDateTime;
        var (staff, fact) = Domain.Offices.Staff.Join(unit.OfficeId, unit.Id, name, "000-5551188", now);
        db.Staff.Add(staff);
        var log = scope.ServiceProvider.GetRequiredService<FactLog>();
        log.Record(Actor.System, fact);
        foreach (var role in roles)
        {
            var grant = RoleGrant.Create(staff.Id, role, unit.OfficeId, unit.Id, Domain.Clocks.ChinaTime.DateOf(now), null, null, null, now);
            log.Record(Actor.System, staff.Grant(grant));
        }

        await db.SaveChangesAsync();
        return staff;
    }

    /// <summary>A published session in the hall of the county office, tomorrow from nine to ten: two slots of one public place.</summary>
    public async Task<ReceptionSession> Session(Func<SessionPlan, SessionPlan>? change = null)
    {
        await using var scope = services.CreateAsyncScope();
        var now = clock.GetUtcNow().UtcDateTime;
        var planner = await scope.ServiceProvider.GetRequiredService<PetitionsDbContext>().Staff.Select(staff => (Guid?)staff.Id).FirstOrDefaultAsync() ?? (await Staff("排班员")).Id;
        var plan = new SessionPlan
        {
            OfficeId = OfficeId(),
            ServicePointId = Offices.ServicePoints.Single(point => point.Code == "SP-QX-HALL").Id,
            Form = "Appointment",
            Day = Domain.Clocks.ChinaTime.DateOf(now).AddDays(1),
            From = new TimeOnly(9, 0),
            To = new TimeOnly(10, 0),
            SlotMinutes = 30,
            PublicPlaces = 1,
            PlannedBy = planner,
        };
        var session = ReceptionSession.Plan(change?.Invoke(plan) ?? plan, now);
        var published = session.Publish(now);
        var db = scope.ServiceProvider.GetRequiredService<PetitionsDbContext>();
        db.ReceptionSessions.Add(session);
        scope.ServiceProvider.GetRequiredService<FactLog>().Record(Actor.System, published);
        await db.SaveChangesAsync();
        return session;
    }

    public async Task<Petition> Reload(Petition petition)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PetitionsDbContext>().Petitions
            .Include(p => p.Parties).Include(p => p.Respondents).Include(p => p.Assignments).Include(p => p.Additions)
            .AsNoTracking().SingleAsync(p => p.Id == petition.Id);
    }
}
