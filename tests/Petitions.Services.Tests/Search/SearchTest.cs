using Microsoft.Extensions.DependencyInjection;
using Petitions.Data;
using Petitions.Data.Keys;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Search;
using Petitions.Services.Tests.Screening;

namespace Petitions.Services.Tests.Search;

/// <summary>Short ways to index and to search.</summary>
public abstract class SearchTest : ScreeningTest
{
    protected ColumnProtector Protector => Services.GetRequiredService<ColumnProtector>();

    protected Task<int> IndexAsync() => RunAsync<SearchIndexer, int>(indexer => indexer.RunAsync(default));

    protected async Task<SearchList> SearchAsync(Staff staff, string? text, SearchFilter? filter = null, string? after = null, DateTime? before = null, bool form = false)
    {
        var actor = await As(staff);
        return await RunAsync<SearchService, SearchList>(service => service.FindAsync(
            new SearchRequest { Text = text, Filter = filter ?? new SearchFilter(), After = after, Before = before, MayLookUpPersons = form }, actor, default));
    }

    protected async Task<IReadOnlyList<string>> NumbersAsync(Staff staff, string text, SearchFilter? filter = null) =>
        [.. (await SearchAsync(staff, text, filter)).Lines.Select(line => line.Number)];

    /// <summary>The whole list, page by page.</summary>
    protected async Task<IReadOnlyList<string>> AllPagesAsync(Staff staff, string text, SearchFilter? filter = null)
    {
        var all = new List<string>();
        SearchList? page = null;
        do
        {
            page = await SearchAsync(staff, text, filter, page?.Next);
            all.AddRange(page.Lines.Select(line => line.Number));
        }
        while (page.Next is not null);
        return all;
    }

    /// <summary>Adds matters in bulk, without the service: <paramref name="change"/> gives each its content.</summary>
    protected async Task<IReadOnlyList<Petition>> BulkAsync(int count, Func<int, NewPetition, NewPetition> change, Func<int, DateTime>? received = null)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PetitionsDbContext>();
        var made = new List<Petition>(count);
        for (var i = 0; i < count; i++)
        {
            var filed = new NewPetition
            {
                Number = PetitionNumber.New("QX"),
                OfficeId = Given.OfficeId(),
                Channel = "Online",
                Language = "zh-Hans",
                Category = "Complaint",
                IdentityMode = "RealNameUnverified",
                Title = "标题",
                Text = "正文",
                Request = "请求",
                ReceiptSalt = new byte[FiledContent.SaltLength],
                QueryCodeHash = [1],
            };
            var (petition, _) = Petition.Receive(change(i, filed), received?.Invoke(i) ?? Clock.GetUtcNow().UtcDateTime);
            made.Add(petition);
        }

        db.AddRange(made);
        await db.SaveChangesAsync();
        return made;
    }
}
