using System.Globalization;
using Petitions.Data.Search;
using Petitions.Domain.Clocks;
using Petitions.Domain.Facts;
using Petitions.Domain.Offices;
using Petitions.Domain.Petitions;
using Petitions.Domain.Petitions.Documents;
using Petitions.Services.Clocks;

namespace Petitions.Services.Setup.Load;

/// <summary>
/// One matter while it is told. Each <see cref="Save"/> does in memory what <c>PetitionRecorder</c> does in the database:
/// facts, the clocks' reaction, their facts; in between the clock watch and the dispatch of notices take their turns.
/// </summary>
internal sealed class LoadMatter
{
    private readonly LoadWorld world;
    private readonly List<object> rows;
    private readonly ClockReaction reaction;
    private readonly List<PetitionClock> clocks = [];
    private readonly List<RecordedFact> history = [];
    private readonly LoadChain chain;
    private readonly LoadPapers papers;
    private readonly LoadMail mail;
    private readonly LoadWatch watch;

    public LoadMatter(LoadWorld world, LoadPlan plan, Petition petition, List<object> rows)
    {
        (this.world, this.rows, Petition) = (world, rows, petition);
        reaction = new ClockReaction(world.Plan, world.Calendar, world.IsOffices);
        chain = new LoadChain(world, rows);
        papers = new LoadPapers(world, plan, petition, rows);
        mail = new LoadMail(world, plan.Office, petition, chain, rows);
        watch = new LoadWatch(world, plan.Office, petition, clocks, chain, mail);
    }

    public Petition Petition { get; }

    public void Add(object row) => rows.Add(row);

    /// <summary>Whether no duty of the office runs, as closing asks.</summary>
    public bool AreClocksSettled => !clocks.Any(running => running.IsOpen && world.IsOffices(running));

    public bool IsOpen(string ruleId, DateOnly on) => clocks.Any(running => running.RuleId == ruleId && running.State == ClockState.Running && running.DueOn >= on);

    public void Save(Actor actor, IReadOnlyList<Fact> told, DateTime now)
    {
        chain.Record(actor, told, now);
        var own = reaction.To(told, Petition, ClockKeeper.SubjectOf(Petition, told, world.Offices), clocks, history, now, rows.Add);
        chain.Record(Actor.System, own, now);
    }

    public IssuedDocument Issue(string type, Dictionary<string, string> fields, Actor actor, DateTime now, out Fact issued) => papers.Issue(type, fields, actor, now, out issued);

    /// <summary>Issues a paper to the petitioner and tells him, as <c>ScreeningPapers.TellAsync</c> does.</summary>
    public IReadOnlyList<Fact> Tell(string type, Dictionary<string, string> fields, Actor actor, DateTime now, out Guid documentId)
    {
        fields["to"] = Petition.Parties.FirstOrDefault(party => party.Relation == "Petitioner")?.Name ?? "";
        var document = Issue(type, fields, actor, now, out var issued);
        TellPetitioner(type, $"{type}/{document.Id:N}", now);
        documentId = document.Id;
        return [issued];
    }

    public void TellPetitioner(string template, string key, DateTime now) => mail.TellPetitioner(template, key, now);

    public void TellStaff(Staff staff, string template, string key, DateTime now) => mail.TellStaff(staff, template, key, now);

    /// <summary>Lets time pass: notices go out, the clock watch takes its daily turns, in the order of their moments.</summary>
    public void PassTo(DateTime until)
    {
        while (true)
        {
            var (looks, sends) = (watch.Next(), mail.NextAt);
            if (looks > until && sends > until)
            {
                return;
            }

            if (sends <= looks)
            {
                mail.SendNext();
            }
            else
            {
                watch.Run(looks);
            }
        }
    }

    /// <summary>Hands everything over.</summary>
    public void Finish()
    {
        chain.Finish(FactSubject.Petition, Petition.Id);
        rows.AddRange(Petition.Parties);
        rows.AddRange(Petition.Respondents);
        rows.AddRange(Petition.Assignments);
        rows.AddRange(Petition.Additions);
        // Whoever writes past the change tracker queues the matter for the search index himself.
        rows.Add(SearchQueueItem.Of(Petition.Id, world.Now));
    }

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
