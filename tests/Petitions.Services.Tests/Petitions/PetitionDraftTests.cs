using Microsoft.EntityFrameworkCore;
using Petitions.Services.Petitions;
using Petitions.Services.Tests.Fixtures;

namespace Petitions.Services.Tests.Petitions;

public sealed class PetitionDraftTests : PetitionsTest
{
    private readonly DraftAnswers answers = new() { SubmissionKey = Guid.NewGuid(), Category = "Complaint", Text = "去年十月报案。", Person = new FiledPerson { Name = "刘芳" } };

    [Fact]
    public async Task Save_ThenFind_GivesTheAnswersBack()
    {
        var token = await BeginAsync();

        await RunAsync<PetitionDraftService>(s => s.SaveAsync(token, answers with { Request = "立案" }, default));

        var found = await FindAsync(token);
        Assert.Equal(("Complaint", "去年十月报案。", "立案", "刘芳"), (found!.Category, found.Text, found.Request, found.Person.Name));
    }

    [Fact]
    public async Task Stored_Draft_ShowsNeitherTokenNorWords()
    {
        var token = await BeginAsync();

        var draft = await QueryAsync(db => db.Drafts.SingleAsync());

        Assert.DoesNotContain("刘芳", draft.Answers, StringComparison.Ordinal);
        Assert.DoesNotContain("5218", draft.Answers, StringComparison.Ordinal);
        Assert.Equal(32, token.Length);
        Assert.Equal(32, draft.TokenHash.Length);
    }

    [Fact]
    public async Task Reopen_WithTheReturnCode_MovesTheDraftToTheNewDevice()
    {
        var token = await BeginAsync();
        var (code, keptUntil) = await RunAsync<PetitionDraftService, (string, DateOnly)>(s => s.GiveReturnCodeAsync(token, default));

        var other = await RunAsync<PetitionDraftService, string?>(s => s.ReopenAsync(code.ToLowerInvariant(), "198.51.100.7", default));

        Assert.Equal(new DateOnly(2026, 4, 1), keptUntil);
        Assert.Equal("去年十月报案。", (await FindAsync(other))!.Text);
        Assert.Null(await FindAsync(token));
    }

    [Fact]
    public async Task Reopen_WithAWrongCode_OpensNothing()
    {
        await BeginAsync();

        Assert.Null(await RunAsync<PetitionDraftService, string?>(s => s.ReopenAsync("2222-3333-4444", null, default)));
        Assert.Null(await RunAsync<PetitionDraftService, string?>(s => s.ReopenAsync(null, null, default)));
    }

    [Fact]
    public async Task Purge_AfterThirtyDays_DeletesOnce()
    {
        var token = await BeginAsync();

        Clock.Advance(TimeSpan.FromDays(29));
        Assert.Equal(0, await PurgeAsync());
        Clock.Advance(TimeSpan.FromDays(1));
        Assert.Null(await FindAsync(token));
        Assert.Equal(1, await PurgeAsync());
        Assert.Equal(0, await PurgeAsync());
    }

    [Fact]
    public async Task Delete_Draft_IsGone()
    {
        var token = await BeginAsync();

        await RunAsync<PetitionDraftService>(s => s.DeleteAsync(token, default));

        Assert.Null(await FindAsync(token));
    }

    private Task<string> BeginAsync() => RunAsync<PetitionDraftService, string>(s => s.BeginAsync(answers, default));

    private Task<DraftAnswers?> FindAsync(string? token) => RunAsync<PetitionDraftService, DraftAnswers?>(s => s.FindAsync(token, default));

    private Task<int> PurgeAsync() => RunAsync<PetitionDraftService, int>(s => s.PurgeExpiredAsync(default));
}
