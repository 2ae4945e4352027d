using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Petitions.Data;
using Petitions.Data.Petitions;
using Petitions.Data.Reads;
using Petitions.Domain.Offices;
using Petitions.Domain.People;
using Petitions.Domain.Petitions;
using Petitions.Services.Tests.Fixtures;

namespace Petitions.Services.Tests.Data;

/// <summary>Reads sent in one trip give each the rows it gives alone, with parameters of the same name, none at all, or signs of a parameter in a text.</summary>
public sealed class ReadsTogetherTests : PetitionsTest
{
    private const string Odd = "@id 与 '@number' 的事项; SELECT 1 -- \"@id\"";

    [Fact]
    public async Task Rows_AreThoseOfEachReadAlone()
    {
        var one = await Given.Petition(filed => filed with
        {
            Title = Odd,
            Parties = [.. filed.Parties, new PartyDetails { Relation = "CoPetitioner", Name = "周明", NoticeWay = "Portal" }],
            Respondents = [new RespondentDetails { Kind = RespondentKind.Person, Name = "吴磊" }],
        });
        var two = await Given.Petition();
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PetitionsDbContext>();
        var together = scope.ServiceProvider.GetRequiredService<ReadsTogether>();
        IQueryable<string?> NamesOf(Guid id) => db.Parties.Where(p => p.PetitionId == id).OrderBy(p => p.Id).Select(p => p.Name);
        var whole = db.Petitions.VisibleTo(Actor.System).AsNoTracking().Include(p => p.Parties).Include(p => p.Respondents).OrderBy(p => p.Number);

        // The second time the same reads go again, and the connection is as free as before.
        for (var time = 0; time < 2; time++)
        {
            var (first, none, second) = (together.Add(NamesOf(one.Id)), together.Add(NamesOf(Guid.NewGuid())), together.Add(NamesOf(two.Id)));
            var all = together.Add(whole);
            var odd = together.Add(db.Petitions.VisibleTo(Actor.System).Where(p => p.Title == Odd && p.Id == one.Id).Select(p => new { p.ReceivedAt, p.NextDueOn, Many = p.Parties.Count }));
            Assert.Throws<InvalidOperationException>(() => first.Rows);
            await together.SendAsync(default);

            Assert.Equal(2, first.Rows.Count);
            Assert.Equal(await NamesOf(one.Id).ToListAsync(), first.Rows);
            Assert.Empty(none.Rows);
            Assert.Equal("刘芳", Assert.Single(second.Rows));
            Assert.Equal((await whole.ToListAsync()).Select(Line), all.Rows.Select(Line));
            Assert.Equal((one.ReceivedAt, one.NextDueOn, 2), (Assert.Single(odd.Rows).ReceivedAt, odd.Rows[0].NextDueOn, odd.Rows[0].Many));
        }
    }

    [Fact]
    public async Task Reads_SeeTheTransactionTheyStandIn()
    {
        var petition = await Given.Petition();
        var reader = await Given.Staff("孙涛");
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PetitionsDbContext>();
        var together = scope.ServiceProvider.GetRequiredService<ReadsTogether>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        db.ReadRecords.Add(ReadRecord.Create(petition.Id, reader.Id, "Matter", null, null, Clock.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync();

        var records = together.Add(db.ReadRecords.AsNoTracking().Where(r => r.PetitionId == petition.Id));
        var names = together.Add(db.Staff.AsNoTracking().Where(s => s.Id == reader.Id).Select(s => s.Name));
        await together.SendAsync(default);
        await transaction.RollbackAsync();

        Assert.Equal(reader.Id, Assert.Single(records.Rows).StaffId);
        Assert.Equal("孙涛", Assert.Single(names.Rows));
        Assert.Empty(await QueryAsync(other => other.ReadRecords.ToListAsync()));
    }

    private static (string Number, string Title, string Names, string Respondents) Line(Petition petition) => (petition.Number, petition.Title,
        string.Join(',', petition.Parties.OrderBy(party => party.Id).Select(party => party.Name)), string.Join(',', petition.Respondents.Select(respondent => respondent.Name)));
}
