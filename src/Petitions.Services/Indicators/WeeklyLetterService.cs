using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Petitions.Data;
using Petitions.Domain;
using Petitions.Domain.Clocks;
using Petitions.Domain.Facts;
using Petitions.Domain.Indicators;
using Petitions.Domain.Letters;
using Petitions.Domain.Offices;
using Petitions.Services.Offices;

namespace Petitions.Services.Indicators;

/// <summary>
/// The weekly letter to the chief (周报, J6 step 5): Monday to Sunday in Asia/Shanghai, from facts up to the week's end only,
/// so that it says the same whenever it is made (decision 0008); kept as made.
/// </summary>
public sealed class WeeklyLetterService(PetitionsDbContext db, HistoryReader histories, OfficeCatalog offices, TimeProvider clock)
{
    private const int Batch = 300;

    private static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web);

    // Every limit that falls due in a week began within this time: three months, rolled over holidays, pauses and an extension.
    private static readonly TimeSpan Reach = TimeSpan.FromDays(400);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Makes last week's letters of every office that received something; those that are there stay. Returns how many were made.</summary>
    public async Task<int> MakeDueAsync(CancellationToken ct)
    {
        var monday = WeeklyLetter.MondayOf(ChinaTime.DateOf(Now)).AddDays(-7);
        var have = await db.WeeklyLetters.Where(l => l.WeekStart == monday).Select(l => l.OfficeId).ToListAsync(ct);
        var missing = offices.Offices.Where(office => office.Enabled && !have.Contains(office.Id)).Select(office => office.Id).ToList();
        return missing.Count == 0 ? 0 : await KeepAsync(monday, missing, ct);
    }

    /// <summary>Makes the letter of one past week of the person's office, or leaves the one that is there.</summary>
    /// <exception cref="RuleBrokenException">letter.monday, letter.week-not-over.</exception>
    public async Task MakeAsync(DateOnly monday, Actor actor, CancellationToken ct)
    {
        var office = actor.OfficeId ?? throw new NotFoundException();
        if (!await db.WeeklyLetters.AnyAsync(l => l.OfficeId == office && l.WeekStart == monday, ct))
        {
            await KeepAsync(monday, [office], ct);
        }
    }

    /// <summary>The letter's canonical text, computed afresh from the facts.</summary>
    public async Task<string> ComputeAsync(Guid officeId, DateOnly monday, CancellationToken ct) => Text((await TallyAsync(monday, [officeId], ct))[officeId], offices.Office(officeId)!, monday);

    public static WeeklyFigures Read(string content) => JsonSerializer.Deserialize<WeeklyFigures>(content, Plain)!;

    private async Task<int> KeepAsync(DateOnly monday, List<Guid> within, CancellationToken ct)
    {
        var tallies = await TallyAsync(monday, within, ct);
        db.WeeklyLetters.AddRange(within.Select(id => WeeklyLetter.Make(id, monday, Text(tallies[id], offices.Office(id)!, monday), Now)));
        try
        {
            return await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException lost) when (lost.Entries.All(entry => entry.Entity is WeeklyLetter))
        {
            // Another node made it at the same moment, from the same facts.
            db.ChangeTracker.Clear();
            return 0;
        }
    }

    private async Task<Dictionary<Guid, Tally>> TallyAsync(DateOnly monday, List<Guid> within, CancellationToken ct)
    {
        var (start, end) = (ChinaTime.StartOfDayUtc(monday), ChinaTime.EndOfDayUtc(monday.AddDays(6)));
        var since = end - Reach;
        var tallies = within.ToDictionary(id => id, _ => new Tally(monday));
        var ids = await db.Facts.AsNoTracking().Where(f => f.Subject == FactSubject.Petition && f.At < end
                && ((f.Kind == "PetitionReceived" && f.At >= since) || (f.Kind == "PetitionClosed" && f.At >= start)
                    || f.Kind == "ClockOverdue" || f.Kind == "LeaderInChargeNamed" || f.Kind == "UrgentRiskRaised"))
            .Select(f => f.SubjectId).Distinct().ToListAsync(ct);
        // A letter's disposition is said once, so a past week's number stays what it was.
        var chiefs = (await db.OpenedLetters.AsNoTracking()
            .Where(letter => letter.Disposition == LetterDispositions.ChiefLetter && letter.DecidedAt >= start && letter.DecidedAt < end && letter.PetitionId != null)
            .Select(letter => letter.PetitionId!.Value).ToListAsync(ct)).ToHashSet();
        foreach (var batch in ids.Union(chiefs).Order().Chunk(Batch))
        {
            foreach (var history in await histories.ReadAsync(batch, end, ct))
            {
                if (!history.IsInternal && tallies.TryGetValue(history.OfficeId, out var tally))
                {
                    tally.Add(history, chiefs.Contains(history.PetitionId));
                }
            }
        }

        return tallies;
    }

    private string Text(Tally tally, Office office, DateOnly monday)
    {
        var units = tally.Overdue.Select(pair => (Unit: offices.Department(pair.Key), pair.Value)).OrderBy(pair => pair.Unit?.Code, StringComparer.Ordinal)
            .Select(pair => new WeeklyUnit(pair.Unit?.NameZh ?? "", pair.Unit?.NameEn ?? "", pair.Value)).ToList();
        var figures = new WeeklyFigures
        {
            WeekStart = monday,
            WeekEnd = monday.AddDays(6),
            OfficeZh = office.NameZh,
            OfficeEn = office.NameEn,
            Received = tally.Count(Measure.Received),
            Closed = tally.Count(Measure.Closed),
            Procedural7 = tally.Rate(Measure.Procedural7),
            Result3M = tally.Rate(Measure.Result3M),
            OverdueByUnit = units,
            Exempted = tally.Apart(Measure.Exempted),
            LeadCases = tally.LeadCases,
            ChiefLetters = tally.ChiefLetters,
            OpenRisks = tally.OpenRisks,
        };
        return CanonicalJson.Write(JsonSerializer.SerializeToNode(figures, Plain)!.AsObject());
    }

    private sealed class Tally(DateOnly monday)
    {
        private readonly List<IndicatorItem> items = [];

        public Dictionary<Guid, int> Overdue { get; } = [];

        public int LeadCases { get; private set; }

        public int ChiefLetters { get; private set; }

        public int OpenRisks { get; private set; }

        public void Add(MatterHistory history, bool toTheChief)
        {
            ChiefLetters += toTheChief ? 1 : 0;
            items.AddRange(history.Items().Where(item => item.Day >= monday && item.Day <= monday.AddDays(6)));
            LeadCases += history is { IsOpen: true, Leader: not null } ? 1 : 0;
            OpenRisks += history is { IsOpen: true, RiskRaised: true, RiskClosed: false } ? 1 : 0;
            if (history.IsOverdue)
            {
                Overdue[history.DepartmentId] = Overdue.GetValueOrDefault(history.DepartmentId) + 1;
            }
        }

        public int Count(Measure measure) => items.Count(item => item.Measure == measure && item.Apart.Length == 0);

        public WeeklyRate Rate(Measure measure) => new(Count(measure), items.Count(item => item.Measure == measure && item.Hit), Apart(measure));

        public SortedDictionary<string, int> Apart(Measure measure) => new(items.Where(item => item.Measure == measure && item.Apart.Length > 0)
            .GroupBy(item => item.Apart).ToDictionary(group => group.Key, group => group.Count()), StringComparer.Ordinal);
    }
}
