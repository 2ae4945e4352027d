using System.Collections.Concurrent;
using Petitions.Data.Keys;
using Petitions.Domain.Clocks;
using Petitions.Services.Clocks;
using Petitions.Services.Notices;
using Petitions.Services.Offices;
using Petitions.Services.Petitions;
using Petitions.Services.Petitions.Handling;
using Petitions.Services.Reference;

namespace Petitions.Services.Setup.Load;

/// <summary>What telling a matter needs of the portal; read once, shared by all writers, never changed.</summary>
internal sealed class LoadWorld(
    ClockCatalog clocks, OfficeCatalog offices, ReferenceCatalog reference, NoticeTexts notices, RemedyRule remedies, FilingRules rules, PetitionParties parties,
    ColumnProtector protector, KeyRing keys, LoadPeople people, LoadTexts texts, DateTime now)
{
    private readonly Dictionary<(string RuleId, int Version), ClockRule> ruleOf = clocks.Rules.ToDictionary(rule => (rule.RuleId, rule.Version));
    private readonly ConcurrentDictionary<(string List, string Code), string> labels = new();
    private readonly ConcurrentDictionary<(string Category, string? Sub), bool> related = new();
    private readonly ConcurrentDictionary<DateOnly, IReadOnlyList<int>> steps = new();
    private readonly ConcurrentDictionary<(string Remedy, DateOnly Served), DateOnly?> remedyUntil = new();
    private readonly ConcurrentDictionary<(string? Track, string Category, string? Sub), string> remedyOf = new();
    private readonly ConcurrentDictionary<string, IReadOnlyList<(string Ground, string Remedy)>> grounds = new();
    private readonly ConcurrentDictionary<Guid, IReadOnlyList<Guid>> lines = new();

    /// <summary>The newest checklist for look-backs of each office that has one.</summary>
    public required IReadOnlyDictionary<Guid, Guid> Checklists { get; init; }

    /// <summary>The moment up to which history is told.</summary>
    public DateTime Now { get; } = now;

    public WorkingCalendar Calendar { get; } = clocks.Calendar;

    public ClockPlan Plan { get; } = clocks.Plan(ChinaTime.DateOf(now));

    public OfficeCatalog Offices => offices;

    public ReferenceCatalog Reference => reference;

    public RemedyRule Remedies => remedies;

    public NoticeTexts Notices => notices;

    public FilingRules Rules => rules;

    public PetitionParties Parties => parties;

    public ColumnProtector Protector => protector;

    public KeyRing Keys => keys;

    public LoadPeople People => people;

    public LoadTexts Texts => texts;

    public ClockRule RuleOf(PetitionClock running) => ruleOf[(running.RuleId, running.RuleVersion)];

    public bool IsOffices(PetitionClock running) => ClockKeeper.IsOffices(RuleOf(running));

    public string Label(string list, string code) => labels.GetOrAdd((list, code), key => reference.Label(key.List, key.Code, "zh-Hans"));

    public bool ConcernsProcuratorate(string category, string? sub) => related.GetOrAdd((category, sub), key => rules.ConcernsProcuratorate(key.Sub));

    public IReadOnlyList<int> EscalationSteps(DateOnly on) => steps.GetOrAdd(on, day => clocks.Quota("ESCALATION_STEPS", day).AsIntegers());

    public DateOnly? RemedyUntil(string remedy, DateOnly served) => remedyUntil.GetOrAdd((remedy, served), key => remedies.Until(key.Remedy, key.Served));

    public string RemedyOf(string? track, string category, string? sub) => remedyOf.GetOrAdd((track, category, sub), key => remedies.For(key.Track, key.Category, key.Sub));

    public IReadOnlyList<Guid> LineOf(Guid department) => lines.GetOrAdd(department, id => offices.LineOf(id));

    /// <summary>Grounds of refusal a track allows, with the remedy each names; those that ask for more than screening left out.</summary>
    public IReadOnlyList<(string Ground, string Remedy)> Grounds(string track) => grounds.GetOrAdd(track, wanted =>
        [.. reference.Items("NonAcceptanceGround").Where(item => item.Enabled && item.Code is not "NA04"
                && !reference.Flag("NonAcceptanceGround", item.Code, "transferInstead")
                && reference.Attribute("NonAcceptanceGround", item.Code, "tracks") is { } tracks && tracks.EnumerateArray().Any(each => each.GetString() == wanted))
            .Select(item => (item.Code, reference.Text("NonAcceptanceGround", item.Code, "remedy")!))]);
}
