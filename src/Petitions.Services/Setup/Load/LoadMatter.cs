using System.Globalization;
using System.Text.Json;
using Petitions.Data.Search;
using Petitions.Domain.Clocks;
using Petitions.Domain.Facts;
using Petitions.Domain.Notices;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Domain.Petitions.Documents;
using Petitions.Services.Clocks;
using Petitions.Services.Notices;
using Petitions.Services.Petitions.Documents;

namespace Petitions.Services.Setup.Load;

/// <summary>
/// One matter while it is told. Each <see cref="Save"/> does in memory what <c>PetitionRecorder</c> does in the database:
/// facts, the clocks' reaction, their facts; in between the clock watch and the dispatch of notices take their turns.
/// </summary>
internal sealed class LoadMatter
{
    private static readonly TimeSpan WatchAt = TimeSpan.FromHours(6);
    private static readonly TimeSpan DispatchAfter = TimeSpan.FromSeconds(40);

    private readonly LoadWorld world;
    private readonly LoadOffice office;
    private readonly ClockReaction reaction;
    private readonly Queue<(string Type, string Word, int Year, int Serial)> documents;
    private readonly List<PetitionClock> clocks = [];
    private readonly List<RecordedFact> history = [];
    private readonly List<FactRecord> facts = [];
    private readonly PriorityQueue<Notice, DateTime> outgoing = new();
    private readonly List<object> rows;

    public LoadMatter(LoadWorld world, LoadPlan plan, Petition petition, List<object> rows)
    {
        (this.world, this.rows, office, Petition) = (world, rows, plan.Office, petition);
        reaction = new ClockReaction(world.Plan, world.Calendar, world.IsOffices);
        documents = new(plan.Documents);
    }

    public Petition Petition { get; }

    public void Add(object row) => rows.Add(row);

    /// <summary>Whether no duty of the office runs, as closing asks.</summary>
    public bool AreClocksSettled => !clocks.Any(running => running.IsOpen && world.IsOffices(running));

    public bool IsOpen(string ruleId, DateOnly on) => clocks.Any(running => running.RuleId == ruleId && running.State == ClockState.Running && running.DueOn >= on);

    public void Save(Actor actor, IReadOnlyList<Fact> told, DateTime now)
    {
        Record(actor, told, now);
        var own = reaction.To(told, Petition, ClockKeeper.SubjectOf(Petition, told, world.Offices), clocks, history, now, rows.Add);
        Record(Actor.System, own, now);
    }

    public IssuedDocument Issue(string type, Dictionary<string, string> fields, Actor actor, DateTime now, out Fact issued)
    {
        var (planned, word, year, serial) = documents.Dequeue();
        if (planned != type)
        {
            throw new InvalidOperationException($"{type} is issued where {planned} was planned.");
        }

        fields["matter"] = Petition.Number;
        fields["office"] = office.Office.NameZh;
        fields["contact"] = office.Office.Phone ?? "";
        fields["date"] = Day(ChinaTime.DateOf(now));
        var (document, fact) = IssuedDocument.Issue(new NewDocument
        {
            PetitionId = Petition.Id,
            OfficeId = Petition.OfficeId,
            Type = type,
            Word = word,
            Year = year,
            Serial = serial,
            NumberText = DocumentIssuer.NumberText(office.Office.ShortZh, word, year, serial),
            Title = world.Label("DocumentType", type),
            ToPetitioner = type != "TransferLetter",
            EncryptedFields = world.Protector.Protect(JsonSerializer.Serialize(fields)),
            IssuedBy = actor.StaffId,
        }, now);
        rows.Add(document);
        issued = fact;
        return document;
    }

    /// <summary>Issues a paper to the petitioner and tells him, as <c>ScreeningPapers.TellAsync</c> does.</summary>
    public IReadOnlyList<Fact> Tell(string type, Dictionary<string, string> fields, Actor actor, DateTime now, out Guid documentId)
    {
        fields["to"] = Petition.Parties.FirstOrDefault(party => party.Relation == "Petitioner")?.Name ?? "";
        var document = Issue(type, fields, actor, now, out var issued);
        TellPetitioner(type, $"{type}/{document.Id:N}", now);
        documentId = document.Id;
        return [issued];
    }

    public void TellPetitioner(string template, string key, DateTime now)
    {
        Queue(Notice.Portal, template, template, $"{key}/{Notice.Portal}", null, now);
        var told = new HashSet<(string, string)>();
        foreach (var party in Petition.Parties.Where(party => party.Identity is not null))
        {
            foreach (var (channel, address) in NoticeOutbox.Channels(Petition, party, world.Protector.UnprotectBlock(party.Identity!)))
            {
                if (told.Add((channel, address)))
                {
                    Queue(channel, template, NoticeOutbox.TextOf(channel, template), $"{key}/{channel}/{party.Id:N}", address, now);
                }
            }
        }
    }

    public void TellStaff(Staff staff, string template, string key, DateTime now, IReadOnlyDictionary<string, string>? more = null)
    {
        if (Petition.IsWalled(staff.Id, staff.NameKey, world.LineOf(staff.DepartmentId)))
        {
            return;
        }

        var (subject, body) = world.Notices.Render(template, "zh-Hans", Values(more));
        Send(Notice.Queue(new NewNotice
        {
            Key = $"{Petition.Id:N}/{key}/{staff.Id:N}",
            PetitionId = Petition.Id,
            StaffId = staff.Id,
            Channel = Notice.Portal,
            Template = template,
            Language = "zh-Hans",
            Subject = subject,
            EncryptedBody = world.Protector.Protect(body),
        }, now), now);
    }

    /// <summary>Lets time pass: notices go out, the clock watch takes its daily turns, in the order of their moments.</summary>
    public void PassTo(DateTime until)
    {
        while (true)
        {
            var watch = NextWatch();
            var sends = outgoing.TryPeek(out _, out var at) ? at : DateTime.MaxValue;
            if (watch > until && sends > until)
            {
                return;
            }

            if (sends <= watch)
            {
                SendOut(outgoing.Dequeue(), at);
            }
            else
            {
                Watch(watch);
            }
        }
    }

    /// <summary>Gives the facts their places, signs the end of the chain, and hands everything over.</summary>
    public void Finish()
    {
        var head = ChainHead.Start(FactSubject.Petition, Petition.Id);
        foreach (var fact in facts)
        {
            fact.Append(head.Seq + 1, head.Hash);
            foreach (var value in fact.Values)
            {
                value.Encrypt(world.Protector.Protect);
                rows.Add(value);
            }

            head.Advance(fact.Seq, fact.Hash);
            rows.Add(fact);
        }

        head.Sign(world.Keys.Sign);
        rows.Add(head);
        rows.AddRange(Petition.Parties);
        rows.AddRange(Petition.Respondents);
        rows.AddRange(Petition.Assignments);
        rows.AddRange(Petition.Additions);
        // Whoever writes past the change tracker queues the matter for the search index himself.
        rows.Add(SearchQueueItem.Of(Petition.Id, world.Now));
    }

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private void Record(Actor actor, IEnumerable<Fact> told, DateTime now)
    {
        foreach (var fact in told)
        {
            facts.Add(FactRecord.Of(fact, actor, now));
        }
    }

    private Dictionary<string, string> Values(IReadOnlyDictionary<string, string>? more) => new(more ?? new Dictionary<string, string>())
    {
        ["number"] = Petition.Number,
        ["office"] = office.Office.NameZh,
        ["officeEn"] = office.Office.NameEn,
        ["phone"] = office.Office.Phone ?? "",
    };

    private void Queue(string channel, string template, string text, string key, string? address, DateTime now)
    {
        var (subject, body) = world.Notices.Render(text, Petition.Language, Values(null));
        Send(Notice.Queue(new NewNotice
        {
            Key = $"{Petition.Id:N}/{key}",
            PetitionId = Petition.Id,
            Channel = channel,
            Template = template,
            Language = Petition.Language,
            Subject = subject,
            EncryptedBody = world.Protector.Protect(body),
            EncryptedAddress = address is null ? null : world.Protector.Protect(address),
        }, now), now);
    }

    private void Send(Notice notice, DateTime now)
    {
        rows.Add(notice);
        // A person posts letters and makes calls on the next working day.
        var byPerson = Notice.ByPerson.Contains(notice.Channel);
        outgoing.Enqueue(notice, byPerson
            ? ChinaTime.StartOfDayUtc(world.Calendar.NextWorkingDay(ChinaTime.DateOf(now).AddDays(1))).AddHours(10)
            : now + DispatchAfter);
    }

    private void SendOut(Notice notice, DateTime now)
    {
        Fact? sent;
        if (notice.IsLetter)
        {
            sent = notice.Posted($"RA{(uint)notice.Id.GetHashCode() % 1_000_000_000:D9}CN", now);
        }
        else if (notice.Channel == Notice.Telephone)
        {
            sent = notice.Called(reached: true, now);
        }
        else
        {
            notice.Take();
            sent = notice.MarkSent(now);
        }

        if (sent is not null)
        {
            Record(Actor.System, [sent], now);
        }
    }

    private DateTime NextWatch()
    {
        var next = DateOnly.MaxValue;
        foreach (var running in clocks)
        {
            if (running.State == ClockState.Running && running.NextStepOn is { } day && day < next)
            {
                next = day;
            }
        }

        return next == DateOnly.MaxValue ? DateTime.MaxValue : ChinaTime.StartOfDayUtc(next) + WatchAt;
    }

    /// <summary>What <see cref="ClockWatch"/> writes on one morning.</summary>
    private void Watch(DateTime now)
    {
        var asOf = ChinaTime.DateOf(now);
        foreach (var running in clocks.Where(c => c.State == ClockState.Running && c.NextStepOn <= asOf).OrderBy(c => c.Id).ToList())
        {
            var rule = world.RuleOf(running);
            var from = running.NextStepOn!.Value;
            var steps = EscalationSchedule.StepsDue(running.DueOn, DateOnly.MaxValue, rule, world.Calendar, world.EscalationSteps(asOf));
            foreach (var step in steps.Where(step => step.On >= from && step.On <= asOf))
            {
                Write(step, running, rule, now);
            }

            running.NextStep(running.IsOpen ? steps.Where(step => step.On > asOf).Select(step => (DateOnly?)step.On).Min() : null);
        }
    }

    private void Write(EscalationStep step, PetitionClock running, ClockRule rule, DateTime now)
    {
        switch (step.Kind)
        {
            case EscalationStepKind.Warn:
                running.Warn(step.On);
                Record(Actor.System, [new ClockWarned(Petition.Id, running.Id, rule.RuleId, running.DueOn, step.Level)], now);
                break;
            case EscalationStepKind.RecordOverdue:
                running.MarkOverdue(step.On);
                Record(Actor.System, [new ClockOverdue(Petition.Id, running.Id, rule.RuleId, running.DueOn)], now);
                return;
            case EscalationStepKind.CloseWindow:
                running.Cancel(ClockWatch.WindowClosed, step.On);
                Record(Actor.System, [new ClockCancelled(Petition.Id, running.Id, rule.RuleId, ClockWatch.WindowClosed)], now);
                if (rule.OnOverdue.Contains("SetNotEvaluated"))
                {
                    Record(Actor.System, [new RatingLapsed(Petition.Id)], now);
                }

                return;
        }

        var values = new Dictionary<string, string> { ["rule"] = rule.NameZh, ["ruleEn"] = rule.NameEn, ["due"] = Day(running.DueOn) };
        foreach (var staff in Persons(step.Role))
        {
            TellStaff(staff, step.Kind == EscalationStepKind.Warn ? "staff.clock-warning" : "staff.clock-overdue",
                $"{running.Id:N}/{step.Kind}/{step.Level}/{step.On:yyyyMMdd}", now, values);
        }
    }

    private IReadOnlyList<Staff> Persons(string role) => role switch
    {
        "CurrentHandler" or "FirstHandler" => Petition.FirstHandlerId is { } first ? [.. office.All("CaseOfficer").Where(staff => staff.Id == first)] : [],
        "DepartmentHead" => Petition.DepartmentId is { } department ? office.Of(role, department) : [],
        _ => office.All(role),
    };
}
