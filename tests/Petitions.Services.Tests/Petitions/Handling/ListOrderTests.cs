using Petitions.Domain.Petitions;
using Petitions.Services.Petitions;
using Petitions.Services.Petitions.Handling;
using Petitions.Services.Petitions.Screening;
using Petitions.Services.Tests.Screening;

namespace Petitions.Services.Tests.Petitions.Handling;

/// <summary>UX-071: whichever heading orders a list, its pages together hold every row once, in that order, those without a date last.</summary>
public sealed class ListOrderTests : ScreeningTest
{
    private const int Matters = 45;

    [Theory]
    [InlineData(ListSort.Received)]
    [InlineData(ListSort.ReceivedDown)]
    [InlineData(ListSort.Due)]
    [InlineData(ListSort.DueDown)]
    public async Task Pages_OfAnOrderedList_HoldEveryRowOnce(ListSort sort)
    {
        var withdrawn = new List<string>();
        for (var i = 0; i < Matters; i++)
        {
            var petition = await Given.Petition();
            if (i % 9 == 0)
            {
                withdrawn.Add(petition.Number);
                await RunAsync<PetitionFollowUpService>(service => service.WithdrawAsync(null, Domain.Offices.Actor.Citizen(petition.Id), default));
            }

            Clock.Advance(TimeSpan.FromHours(7));
        }

        var actor = await As(Director);
        var lines = new List<CaseLine>();
        string? after = null;
        do
        {
            var page = await RunAsync<BoardQueries, CaseList>(queries => queries.ListAsync(new CaseFilter(CaseBox.Open, After: after, Sort: sort), actor, default));
            Assert.Equal(Matters, page.Count);
            lines.AddRange(page.Lines);
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(Matters, lines.Select(line => line.Number).Distinct().Count());
        var dated = lines.Where(line => line.DueOn is not null).ToList();
        Assert.Equal(withdrawn.Order(), lines.Where(line => line.DueOn is null).Select(line => line.Number).Order());
        switch (sort)
        {
            case ListSort.Received: Assert.Equal(lines.OrderBy(line => line.ReceivedAt), lines); break;
            case ListSort.ReceivedDown: Assert.Equal(lines.OrderByDescending(line => line.ReceivedAt), lines); break;
            case ListSort.Due: Assert.Equal(dated.Select(line => line.DueOn).Order(), lines.Take(dated.Count).Select(line => line.DueOn)); break;
            case ListSort.DueDown: Assert.Equal(dated.Select(line => line.DueOn).OrderDescending(), lines.Take(dated.Count).Select(line => line.DueOn)); break;
        }
    }

    [Theory]
    [InlineData(ListSort.Due)]
    [InlineData(ListSort.DueDown)]
    public async Task Pages_OfTheOverdueBox_HoldEveryRowOnce(ListSort sort)
    {
        for (var i = 0; i < 25; i++)
        {
            await Given.Petition();
            Clock.Advance(TimeSpan.FromHours(7));
        }

        Clock.Advance(TimeSpan.FromDays(30));
        var actor = await As(Director);
        var first = await RunAsync<BoardQueries, CaseList>(queries => queries.ListAsync(new CaseFilter(CaseBox.Overdue, Sort: sort), actor, default));
        var second = await RunAsync<BoardQueries, CaseList>(queries => queries.ListAsync(new CaseFilter(CaseBox.Overdue, After: first.Next, Sort: sort), actor, default));

        var dues = first.Lines.Concat(second.Lines).Select(line => line.DueOn).ToList();
        Assert.Equal(25, first.Lines.Concat(second.Lines).Select(line => line.Number).Distinct().Count());
        Assert.Equal(sort == ListSort.Due ? dues.Order() : dues.OrderDescending(), dues);
    }

    [Fact]
    public async Task Queue_OrderedByDueDate_GoesOnWhereThePageEnded()
    {
        for (var i = 0; i < 25; i++)
        {
            await Given.Petition();
            Clock.Advance(TimeSpan.FromHours(7));
        }

        var actor = await As(Officer);
        var first = await RunAsync<ScreeningQueries, ScreeningList>(queries => queries.ListAsync(new ScreeningFilter(Sort: ListSort.DueDown), actor, default));
        var second = await RunAsync<ScreeningQueries, ScreeningList>(queries => queries.ListAsync(new ScreeningFilter(After: first.Next, Sort: ListSort.DueDown), actor, default));

        Assert.Equal(25, first.Lines.Concat(second.Lines).Select(line => line.Number).Distinct().Count());
        var dues = first.Lines.Concat(second.Lines).Select(line => line.DueOn).ToList();
        Assert.Equal(dues.OrderDescending(), dues);
    }
}
