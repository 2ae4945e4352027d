using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Data;
using Petitions.Data.Offices;
using Petitions.Domain.Clocks;
using Petitions.Domain.Receptions;
using Petitions.Services.Setup;
using Petitions.Services.Tests.Engines;
using Petitions.Services.Tests.Fixtures;
using Petitions.Web.Tests.Api;
using Petitions.Web.Tests.Citizen;
using Petitions.Web.Tests.Fixtures;

namespace Petitions.Web.Tests.Kill;

/// <summary>
/// Two processes on one database decide once (security.md A5, C10; issue 4): the same submission, the next ticket and the last
/// slot, each wanted at both at once. At the end one is killed behind a reading (B4). One start for all of it.
/// </summary>
public sealed class TwoPortalsTests
{
    private const int Keys = 20;

    private static int Rounds => WholeRun.Is ? 200 : 20;

    [Drill(TestEngine.Postgres, Turn = 1)]
    public async Task WantedAtBothNodesAtOnce_IsDecidedOnce()
    {
        await using var database = await TestServices.NewDatabaseAsync();
        await using var first = new RestartablePortal(database.ConnectionString);
        await using var second = new RestartablePortal(database.ConnectionString);
        (string, string)[] settings = [("Limits__BookingsPerMinute", "1000000"), ("Limits__SignInsPerMinute", "1000000")];
        await Task.WhenAll(first.StartAsync(settings), second.StartAsync(settings));
        await using var services = TestServices.Build(database.ConnectionString, TimeProvider.System);

        await SubmissionIsOneReceiptAndOneRecordAsync(first.Address, second.Address, database.ConnectionString);
        await NextTicketGoesToOneAsync(first.Address, second.Address, services);
        await LastSlotGoesToOneAsync(first.Address, second.Address, services);
        await ReadingIsWrittenBeforeItsAnswerAsync(first, services);
    }

    private static async Task SubmissionIsOneReceiptAndOneRecordAsync(Uri first, Uri second, string connection)
    {
        using var one = new ApiClient(first);
        using var two = new ApiClient(second);
        var numbers = new HashSet<string>();
        for (var i = 0; i < Keys; i++)
        {
            var key = Guid.NewGuid().ToString();
            var both = await Task.WhenAll(one.FileAsync(key), two.FileAsync(key), one.FileAsync(key));

            Assert.All(both, answer => Assert.NotNull(answer.Receipt));
            Assert.Single(both.Select(answer => answer.Receipt).Distinct());
            Assert.True(numbers.Add(both[0].Receipt!.Value.Number), "Two keys share a number.");
        }

        Assert.Equal(Keys, await KilledPortalTests.RowsAsync(connection));
    }

    /// <summary>A clerk at each node calls the next one at the same moment: two people, each called once.</summary>
    private static async Task NextTicketGoesToOneAsync(Uri first, Uri second, ServiceProvider services)
    {
        await WaitingAsync(services, 2 * Rounds);
        var clerks = new[] { await ClerkAsync(first, services, "clerk-one"), await ClerkAsync(second, services, "clerk-two") };
        for (var round = 0; round < Rounds; round++)
        {
            var answers = await Task.WhenAll(clerks.Select(clerk => clerk.Browser.PostAsync(clerk.Next.Address, clerk.Next.Filled())));

            Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
            var called = await QueryAsync(services, db => db.Receptions.Where(each => each.State == ReceptionState.Called).Select(each => new { each.Id, each.ReceiverId }).ToListAsync());
            Assert.Equal(clerks.Select(each => (Guid?)each.Staff).Order(), called.Select(each => each.ReceiverId).Order());
            foreach (var visit in called)
            {
                var clerk = clerks.Single(each => each.Staff == visit.ReceiverId);
                using var left = await clerk.Browser.PostAsync($"/desk/visits/{visit.Id}/left", clerk.Next.Filled());
                Assert.Equal(HttpStatusCode.Redirect, left.StatusCode);
            }
        }

        var calls = await QueryAsync(services, db => db.ReceptionSteps.Where(step => step.Kind == ReceptionStepKind.Called).Select(step => step.ReceptionId).ToListAsync());
        Assert.Equal((2 * Rounds, 2 * Rounds), (calls.Count, calls.Distinct().Count()));
    }

    /// <summary>A browser at each node takes the only place of the same time: one has it, the other is told. Then both go on to the next time.</summary>
    private static async Task LastSlotGoesToOneAsync(Uri first, Uri second, ServiceProvider services)
    {
        var session = await new Given(services, TimeProvider.System).Session(plan => plan with { From = new TimeOnly(0, 0), To = new TimeOnly(17, 0), SlotMinutes = 5 });
        var browsers = new[] { first, second }.Select(node => new CitizenBrowser(Browser(node))).ToList();
        foreach (var browser in browsers)
        {
            await browser.GetAsync("/visits/book");
            await browser.SubmitAsync(("OfficeCode", Given.County), ("Form", "Hall"));
            await browser.SubmitAsync(("Reason", "Complaint"), ("Topic", "排水沟"));
            Assert.Equal("/visits/book/time", browser.Path);
        }

        foreach (var slot in session.Slots.OrderBy(slot => slot.StartsAt).Take(Rounds))
        {
            var answers = await Task.WhenAll(browsers.Select(browser => browser.SendAsync(("Slot", slot.Id.ToString("N")))));

            Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
            Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.UnprocessableEntity);
            Assert.Equal([1], await QueryAsync(services, db => db.Appointments.Where(each => each.SlotId == slot.Id && each.PlaceNumber != null).Select(each => each.PlaceNumber!.Value).ToListAsync()));
        }
    }

    /// <summary>security.md B4: a node is killed the moment a matter was shown; that it was read is known.</summary>
    private static async Task ReadingIsWrittenBeforeItsAnswerAsync(RestartablePortal node, ServiceProvider services)
    {
        var petition = await new Given(services, TimeProvider.System).Petition();
        var (browser, staff) = await SignedInAsync(node.Address, services, "reader", "ScreeningOfficer");
        using var shown = await browser.GetAsync($"/screening/{petition.Number}", HttpCompletionOption.ResponseHeadersRead);
        await node.KillAsync();

        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        Assert.Equal(1, await QueryAsync(services, db => db.ReadRecords.CountAsync(read => read.PetitionId == petition.Id && read.StaffId == staff)));
        browser.Dispose();
    }

    /// <summary>A clerk signed in at a node, with the desk's form that calls the next one.</summary>
    private static async Task<(HttpClient Browser, Guid Staff, PageForm Next)> ClerkAsync(Uri node, ServiceProvider services, string userName)
    {
        var (browser, staff) = await SignedInAsync(node, services, userName, "ReceptionOfficer");
        return (browser, staff, PageForm.Of(await browser.GetStringAsync("/desk"), "/desk", "/desk/queue/next"));
    }

    private static async Task<(HttpClient Browser, Guid Staff)> SignedInAsync(Uri node, ServiceProvider services, string userName, string role)
    {
        var staff = await new Given(services, TimeProvider.System).Staff(userName, roles: role);
        var account = new StaffAccount { Id = Guid.NewGuid(), UserName = userName, NormalizedUserName = userName.ToUpperInvariant(), StaffId = staff.Id, SecurityStamp = Guid.NewGuid().ToString("N") };
        account.PasswordHash = new PasswordHasher<StaffAccount>().HashPassword(account, DemoStaff.Password);
        await QueryAsync(services, db =>
        {
            db.Users.Add(account);
            return db.SaveChangesAsync();
        });
        var client = Browser(node);
        using var entered = await client.PostFormAsync("/staff/sign-in", "/staff/sign-in", ("UserName", userName), ("Password", DemoStaff.Password));
        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
        return (client, staff.Id);
    }

    private static HttpClient Browser(Uri node) => new(new HttpClientHandler { AllowAutoRedirect = false, CheckCertificateRevocationList = true }) { BaseAddress = node, Timeout = TimeSpan.FromSeconds(60) };

    private static Task WaitingAsync(ServiceProvider services, int count) => QueryAsync(services, db =>
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var hall = new Given(services, TimeProvider.System).Offices.ServicePoints.Single(point => point.Code == "SP-QX-HALL");
        for (var number = 1; number <= count; number++)
        {
            db.Receptions.Add(Reception.Arrive(new NewReception
            {
                SubmissionKey = Guid.NewGuid(),
                OfficeId = hall.OfficeId,
                ServicePointId = hall.Id,
                Day = ChinaTime.DateOf(now),
                Ticket = new Ticket("A", number),
                RegisteredBy = Reception.BySelf,
                PlaceToken = Guid.NewGuid().ToByteArray(),
            }, now.AddSeconds(-1)).Reception);
        }

        return db.SaveChangesAsync();
    });

    private static async Task<T> QueryAsync<T>(ServiceProvider services, Func<PetitionsDbContext, Task<T>> ask)
    {
        await using var scope = services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<PetitionsDbContext>());
    }
}
