using System.Globalization;
using System.Text.Json;
using Petitions.Domain.Commitments;

namespace Petitions.Domain.Indicators;

/// <summary>
/// Reads the facts of one matter in order and says what it counts for (domain.md section 6). Nothing but facts goes in,
/// so any day of the past can be computed again.
/// </summary>
public sealed class MatterHistory(Guid petitionId)
{
    private static readonly Dictionary<string, Measure> ByRule = new(StringComparer.Ordinal)
    {
        ["SCREEN_7D"] = Measure.TimelyAcceptance,
        ["SCREEN_AFTER_MATERIALS_7D"] = Measure.TimelyAcceptance,
        ["PROC_REPLY_7D"] = Measure.Procedural7,
        ["RESULT_REPLY_3M"] = Measure.Result3M,
        ["MONTHLY_PROGRESS"] = Measure.MonthlyReply,
        ["RESULT_FINAL_3M"] = Measure.OnTime,
        ["ORD_HANDLE_60D"] = Measure.OnTime,
        [Commitment.PromiseRule] = Measure.PromisesKept,
    };

    private readonly Dictionary<Guid, Running> clocks = [];
    private readonly HashSet<Guid> own = [];
    private DateOnly? received;
    private DateOnly? accepted;
    private DateOnly? replied;
    private DateOnly? invited;
    private DateOnly? rated;
    private DateOnly? closed;
    private bool satisfied;
    private bool confirmed;
    private bool handedOver;
    private string identity = "";
    private (string Reason, DateOnly Day)? exempted;

    public Guid PetitionId => petitionId;

    public Guid OfficeId { get; private set; }

    public Guid DepartmentId { get; private set; }

    /// <summary>An emergency whose end nobody has written down yet.</summary>
    public bool RiskRaised { get; private set; }

    public bool RiskClosed { get; private set; }

    public Guid? Leader { get; private set; }

    /// <summary>Whether a person or a department of the office is complained of: such a matter is counted apart (CP19-556), never here, so that no figure betrays it.</summary>
    public bool IsInternal => own.Count > 0;

    public bool IsOpen => closed is null;

    /// <summary>Whether a limit of the office is past and the duty not done; a promise beside the law is counted by itself.</summary>
    public bool IsOverdue => IsOpen && clocks.Values.Any(clock => clock is { Overdue: true, Met: null, Cancelled: false } && clock.Rule != Commitment.PromiseRule);

    public static MatterHistory Of(Guid petitionId, IEnumerable<IndicatorFact> facts)
    {
        var history = new MatterHistory(petitionId);
        foreach (var fact in facts)
        {
            history.Read(fact);
        }

        return history;
    }

    /// <summary>What the matter counts for; nothing when it is counted apart.</summary>
    public IReadOnlyList<IndicatorItem> Items()
    {
        if (IsInternal || OfficeId == Guid.Empty)
        {
            return [];
        }

        var items = Single().Concat(OfClocks()).ToList();
        items.ForEach(item => item.HeldBy(OfficeId, DepartmentId));
        return items;
    }

    private IEnumerable<IndicatorItem> Single()
    {
        IndicatorItem On(Measure measure, DateOnly day) => IndicatorItem.Of(petitionId, measure, petitionId, day);
        if (received is { } start)
        {
            yield return On(Measure.Received, start);
            if (accepted is { } taken)
            {
                yield return On(Measure.AcceptDays, taken).With(amount: taken.DayNumber - start.DayNumber);
            }

            if (replied is { } sent)
            {
                yield return On(Measure.ReplyDays, sent).With(amount: sent.DayNumber - start.DayNumber);
            }

            if (identity == "Anonymous")
            {
                // Nobody to reply to: not in the rate, shown beside it on the day it would have been due.
                yield return On(Measure.Procedural7, start.AddDays(7)).With(apart: identity);
            }
        }

        if (invited is { } asked)
        {
            yield return On(Measure.Participation, asked).With(hit: rated is not null);
        }

        if (rated is { } given)
        {
            yield return On(Measure.Satisfaction, given).With(hit: satisfied);
        }

        if (closed is { } ended)
        {
            yield return On(Measure.Closed, ended);
            if (accepted is not null)
            {
                yield return On(Measure.FirstHandlerResolved, ended).With(hit: confirmed && !handedOver);
            }
        }

        if (exempted is { } freed)
        {
            yield return On(Measure.Exempted, freed.Day).With(apart: freed.Reason);
        }
    }

    private IEnumerable<IndicatorItem> OfClocks()
    {
        foreach (var (id, clock) in clocks)
        {
            if (!ByRule.TryGetValue(clock.Rule, out var measure))
            {
                continue;
            }

            var item = IndicatorItem.Of(petitionId, measure, id, clock.Due);
            if (clock.Cancelled && !clock.Overdue)
            {
                if (exempted is { } freed && clock.EndedOn == freed.Day)
                {
                    yield return item.With(apart: freed.Reason);
                }
            }
            else if (clock.Met is not null || clock.Overdue)
            {
                yield return item.With(hit: clock.Met is 0, extended: clock.Extended);
            }
        }
    }

    private void Read(IndicatorFact fact)
    {
        using var json = JsonDocument.Parse(fact.Data);
        var data = json.RootElement;
        switch (fact.Kind)
        {
            case "PetitionReceived": received = fact.CountsFrom; break;
            case "PetitionRegistered": (OfficeId, identity) = (Id(data, "officeId") ?? Guid.Empty, Text(data, "identityMode")); break;
            case "PetitionAccepted": (accepted, DepartmentId) = (fact.CountsFrom, Id(data, "departmentNamed") ?? DepartmentId); break;
            case "PetitionRouted": DepartmentId = Id(data, "toDepartmentId") ?? DepartmentId; break;
            case "HandlerChanged": (DepartmentId, handedOver) = (Id(data, "toDepartmentId") ?? DepartmentId, true); break;
            case "ResultReplySent": replied = fact.CountsFrom; break;
            case "ReplyRecalled": replied = null; break;
            case "ReplyExempted": exempted = (Text(data, "exemptReason"), fact.CountsFrom); break;
            case "RatingInvited": invited = fact.CountsFrom; break;
            case "ReplyRated":
                rated = fact.CountsFrom;
                satisfied = new[] { "attitude", "timeliness", "result", "firstHandler" }.All(aspect => Text(data, aspect) != "Dissatisfied");
                break;
            case "OutcomeConfirmed": confirmed = true; break;
            case "OutcomeTakenBack": confirmed = false; break;
            case "PetitionClosed": closed = fact.CountsFrom; break;
            case "UrgentRiskRaised": RiskRaised = true; break;
            case "UrgentRiskClosed": RiskClosed = true; break;
            case "LeaderInChargeNamed": Leader = Id(data, "staffId"); break;
            case "LeaderCaseResolved": Leader = null; break;
            case "RespondentNamed" or "RespondentConfirmed": Respond(data); break;
            default: ReadClock(fact, data); break;
        }
    }

    private void Respond(JsonElement data)
    {
        var respondent = Id(data, "respondentId") ?? Guid.Empty;
        var cleared = data.TryGetProperty("confirmed", out var word) && word.ValueKind == JsonValueKind.False;
        if (!cleared && (Id(data, "staffId") is not null || Id(data, "departmentId") is not null))
        {
            own.Add(respondent);
        }
        else if (cleared)
        {
            own.Remove(respondent);
        }
    }

    private void ReadClock(IndicatorFact fact, JsonElement data)
    {
        if (Id(data, "clockId") is not { } id)
        {
            return;
        }

        if (fact.Kind == "ClockStarted")
        {
            clocks[id] = new Running(Text(data, "ruleId")) { Due = Day(data, "dueOn") };
            RiskRaised |= Text(data, "ruleId") == "URGENT_SAME_DAY";
        }
        else if (clocks.TryGetValue(id, out var clock))
        {
            switch (fact.Kind)
            {
                case "ClockResumed": (clock.Due, clock.Overdue) = (Day(data, "dueOn"), false); break;
                case "ExtensionApproved": (clock.Due, clock.Extended) = (Day(data, "newDueOn"), true); break;
                case "ClockOverdue": clock.Overdue = true; break;
                case "ClockMet": (clock.Met, clock.EndedOn) = (data.GetProperty("daysLate").GetInt32(), fact.CountsFrom); break;
                case "ClockCancelled": (clock.Cancelled, clock.EndedOn) = (true, fact.CountsFrom); break;
            }
        }
    }

    private static Guid? Id(JsonElement data, string name) => data.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.TryGetGuid(out var id) ? id : null;

    private static string Text(JsonElement data, string name) => data.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static DateOnly Day(JsonElement data, string name) => DateOnly.ParseExact(Text(data, name), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed class Running(string rule)
    {
        public string Rule { get; } = rule;

        public DateOnly Due { get; set; }

        /// <summary>Days late when it was met.</summary>
        public int? Met { get; set; }

        public bool Overdue { get; set; }

        public bool Extended { get; set; }

        public bool Cancelled { get; set; }

        public DateOnly? EndedOn { get; set; }
    }
}
