using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Data.Facts;
using Petitions.Data.Keys;
using Petitions.Data.Petitions;
using Petitions.Domain.Facts;
using Petitions.Domain.Notices;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Services.Clocks;
using Petitions.Services.Commitments;
using Petitions.Services.Notices;
using Petitions.Services.Offices;
using Petitions.Services.Petitions;

namespace Petitions.Services.Setup;

/// <summary>
/// Letters and calls of the past weeks, one in each box of the clerk's list: on its way, come back, delivered, a call nobody
/// took; and a text message that no channel took, so that the administrator's list of parked notices is not empty. By the
/// notices' own verbs. Development only; safe to run twice.
/// </summary>
public sealed class DemoPost(PetitionsDbContext db, ColumnProtector protector, NoticeTexts texts, OfficeCatalog offices, ClockCatalog clocks, ActorSource actors, TimeProvider today)
{
    private const string Acceptance = "AcceptanceNotice";
    private const int MostTries = 20;

    private readonly DemoClock clock = new(today.GetUtcNow());

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task SeedAsync(CancellationToken ct)
    {
        var staff = await db.Users.Where(account => account.UserName == "ReceptionOfficer").Select(account => (Guid?)account.StaffId).SingleOrDefaultAsync(ct);
        if (staff is null || await db.LetterSteps.AnyAsync(ct) || await actors.OfAsync(staff.Value, ct) is not { } clerk)
        {
            return;
        }

        db.ChangeTracker.Clear();
        await TellAsync(DemoStories.Delivered, clerk, Delivered, ct);
        await TellAsync(DemoStories.CameBack, clerk, CameBack, ct);
        await TellAsync(DemoStories.OnItsWay, clerk, OnItsWay, ct);
        await TellAsync(DemoStories.Called, clerk, Called, ct);
    }

    /// <summary>The notice of acceptance goes out by the ways of the petitioner, and then as the story says.</summary>
    private async Task TellAsync(string title, Actor clerk, Func<Notice, Actor, IEnumerable<Fact?>> story, CancellationToken ct)
    {
        if (await db.Petitions.VisibleTo(Actor.System).Include(p => p.Parties).Include(p => p.Respondents).Include(p => p.Assignments).AsSplitQuery()
                .Where(p => p.Title == title && p.State == PetitionState.InHandling).OrderBy(p => p.Id).FirstOrDefaultAsync(ct) is not { } petition
            || await db.IssuedDocuments.AsNoTracking().Where(d => d.PetitionId == petition.Id && d.Type == Acceptance).OrderBy(d => d.Id)
                .Select(d => new { d.Id, d.IssuedAt }).FirstOrDefaultAsync(ct) is not { } paper)
        {
            return;
        }

        clock.Set(new DateTimeOffset(paper.IssuedAt));
        new NoticeOutbox(db, protector, texts, offices, clock).TellPetitioner(petition, Acceptance, Acceptance, new Dictionary<string, string>(), paper.Id);
        var facts = new List<Fact?>();
        foreach (var notice in db.ChangeTracker.Entries<Notice>().Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity).ToList())
        {
            // The handler of the story began two days after the acceptance: the log stays in the order of time.
            clock.Set(new DateTimeOffset(paper.IssuedAt));
            Later(days: 2, hours: 1);
            facts.AddRange(notice.Channel == Notice.Portal ? [Sent(notice)] : notice.Channel == Notice.Sms ? SmsOf(notice, title) : story(notice, clerk));
        }

        await new PetitionRecorder(db, new FactLog(db, clock), new ClockKeeper(db, clocks, offices, clock), new PromiseReaction(db, clock)).SaveAsync(petition, clerk, [.. facts.OfType<Fact>()], ct);
        db.ChangeTracker.Clear();
    }

    private IEnumerable<Fact?> Delivered(Notice letter, Actor clerk)
    {
        var posted = Posted(letter, "XA99010100001", clerk);
        Later(days: 4);
        letter.Deliver();
        Step(letter, letter.PostalNumber, clerk);
        return [posted, new DocumentServed(letter.PetitionId!.Value, letter.DocumentId!.Value, letter.Channel)];
    }

    private IEnumerable<Fact?> CameBack(Notice letter, Actor clerk)
    {
        var posted = Posted(letter, "XA99010100002", clerk);
        Later(days: 6);
        var failed = letter.ComeBack("原址查无此人");
        Step(letter, letter.ReturnReason, clerk);
        return [posted, failed];
    }

    private IEnumerable<Fact?> OnItsWay(Notice letter, Actor clerk) => [Posted(letter, "XA99010100003", clerk)];

    private IEnumerable<Fact?> Called(Notice call, Actor clerk)
    {
        Later(hours: 3);
        var heard = call.Called(reached: false, Now);
        Step(call, null, clerk);
        return [heard];
    }

    /// <summary>The gateway refused the one until nobody tried any more, and took the other.</summary>
    private IEnumerable<Fact?> SmsOf(Notice sms, string title)
    {
        if (title != DemoStories.Called)
        {
            return [Sent(sms)];
        }

        NoticeFailed? failed = null;
        for (var tries = 0; tries < MostTries && sms.State != NoticeState.Parked; tries++)
        {
            sms.Take();
            failed = sms.MarkFailed("The gateway answered 503.", Now);
            clock.Set(sms.NextAttemptAt is { } next ? new DateTimeOffset(next) : clock.GetUtcNow());
        }

        return [failed];
    }

    private NoticeSent? Sent(Notice notice)
    {
        notice.Take();
        return notice.MarkSent(Now);
    }

    private NoticeSent? Posted(Notice letter, string number, Actor clerk)
    {
        Later(hours: 2);
        letter.Print(Now);
        Step(letter, null, clerk);
        Later(hours: 4);
        var sent = letter.Posted(number, Now);
        Step(letter, letter.PostalNumber, clerk);
        return sent;
    }

    private void Step(Notice notice, string? detail, Actor clerk) => db.LetterSteps.Add(notice.Step(detail, clerk.StaffId, Now));

    /// <summary>Never past today.</summary>
    private void Later(int days = 0, int hours = 0)
    {
        var at = clock.GetUtcNow().AddDays(days).AddHours(hours);
        clock.Set(at < today.GetUtcNow() ? at : today.GetUtcNow());
    }
}
