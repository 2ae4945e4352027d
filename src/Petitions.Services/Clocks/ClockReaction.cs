using Petitions.Domain.Clocks;
using Petitions.Domain.Facts;
using Petitions.Domain.Petitions;

namespace Petitions.Services.Clocks;

/// <summary>What the clocks of one matter do because of new facts: the part of <see cref="ClockKeeper"/> that asks no database.</summary>
internal sealed class ClockReaction(ClockPlan plan, WorkingCalendar calendar, Func<PetitionClock, bool> isOffices)
{
    /// <summary>
    /// Opens, meets and cancels, in order, and keeps the matter's next due date. Returns the clocks' own facts;
    /// <paramref name="clocks"/> and <paramref name="history"/> grow.
    /// </summary>
    public IReadOnlyList<Fact> To(
        IReadOnlyList<Fact> facts, Petition petition, ClockSubject subject, List<PetitionClock> clocks, List<RecordedFact> history, DateTime now, Action<PetitionClock> opened)
    {
        var today = ChinaTime.DateOf(now);
        var own = new List<Fact>();
        foreach (var fact in facts)
        {
            var recorded = new RecordedFact(fact.Kind, fact.CountsFrom ?? today) { NamedDueOn = fact.NamedDue, TopicId = fact.TopicId };
            foreach (var change in plan.For(recorded, history, clocks, subject))
            {
                own.AddRange(Apply(change, petition, clocks, now, opened));
            }

            history.Add(recorded);
        }

        SetNextDue(petition, clocks);
        return own;
    }

    /// <summary>A paused clock is due on no day until it counts again.</summary>
    public void SetNextDue(Petition petition, IReadOnlyCollection<PetitionClock> clocks) =>
        petition.SetNextDue(clocks.Where(c => c.State == ClockState.Running && isOffices(c)).Select(c => (DateOnly?)c.DueOn).Min());

    private IEnumerable<Fact> Apply(ClockChange change, Petition petition, List<PetitionClock> clocks, DateTime now, Action<PetitionClock> opened)
    {
        switch (change)
        {
            case ClockChange.Open open:
                var started = PetitionClock.Start(petition.Id, open, calendar, now);
                clocks.Add(started);
                opened(started);
                yield return new ClockStarted(petition.Id, started.Id, started.RuleId, started.RuleVersion, started.StartOn, started.DueOn);
                if (open.MetBy is { } earlier)
                {
                    started.Meet(earlier.Kind, earlier.On, calendar);
                    yield return new ClockMet(petition.Id, started.Id, started.RuleId, earlier.Kind, earlier.On, started.LateDays);
                }

                break;
            case ClockChange.Meet meet:
                meet.Clock.Meet(meet.By.Kind, meet.By.On, calendar);
                yield return new ClockMet(petition.Id, meet.Clock.Id, meet.Clock.RuleId, meet.By.Kind, meet.By.On, meet.Clock.LateDays);
                break;
            case ClockChange.Cancel cancel:
                cancel.Clock.Cancel(cancel.Reason, cancel.By.On, cancel.By.Kind);
                yield return new ClockCancelled(petition.Id, cancel.Clock.Id, cancel.Clock.RuleId, cancel.Reason);
                break;
        }
    }
}
