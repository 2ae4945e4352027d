using Petitions.Domain.Clocks;
using Petitions.Services.Petitions.Handling;
using Petitions.Services.Reference;

namespace Petitions.Services.Setup.Load;

/// <summary>
/// Plans the matters one after another, in the order they came: seasons, subjects, ways and durations. It also gives
/// out the serials of documents, so that they have no gap although several writers tell the matters at once.
/// </summary>
internal sealed class LoadPlanner(
    LoadRequest request, IReadOnlyList<LoadOffice> offices, WorkingCalendar calendar, ReferenceCatalog reference, LoadSerials serials, DateTime now)
{
    private static readonly string[] Channels = ["Online", "Online", "Online", "Online", "WalkIn", "WalkIn", "WalkIn", "Letter", "Letter", "Telephone"];

    private readonly LoadDays days = new(calendar, now);
    private readonly Dictionary<string, string> words = [];
    private readonly double subjects = LoadSubject.All.Sum(subject => subject.Weight);

    /// <summary>All matters in pieces of <paramref name="size"/>. To be read by one reader at a time.</summary>
    public IEnumerable<IReadOnlyList<LoadPlan>> Pieces(int size)
    {
        for (var from = 0; from < request.Petitions; from += size)
        {
            yield return [.. Enumerable.Range(from, Math.Min(size, request.Petitions - from)).Select(Plan)];
        }
    }

    private LoadPlan Plan(int index)
    {
        var dice = LoadDice.Of(request.Seed, index);
        // The county of the stories has two fifths, the others the rest.
        var office = dice.Chance(0.4) ? offices[0] : offices[dice.Below(offices.Count)];
        var subject = Subject(ref dice);
        var channel = dice.Of(Channels);
        var received = days.At((index + dice.Unit()) / request.Petitions, channel != "Online", ref dice);
        var acts = Life(subject, received, ref dice).TakeWhile(act => act.At <= now).ToList();
        return new LoadPlan
        {
            Index = index,
            Office = office,
            Subject = subject,
            Channel = channel,
            ReceivedAt = received,
            Acts = acts,
            Documents = [.. acts.SelectMany(act => Papers(act.Act, subject).Select(type => (type, act.At))).Select(paper => Number(office, paper.type, paper.At))],
        };
    }

    private (string Type, string Word, int Year, int Serial) Number(LoadOffice office, string type, DateTime at)
    {
        if (!words.TryGetValue(type, out var word))
        {
            words[type] = word = reference.Text("DocumentType", type, "word")!;
        }

        var year = ChinaTime.DateOf(at).Year;
        return (type, word, year, serials.Next(office.Office.Id, word, year));
    }

    private static string[] Papers(LoadAct act, LoadSubject subject) => act switch
    {
        LoadAct.Answer => ["ProceduralReply"],
        LoadAct.Refuse => ["NonAcceptanceNotice"],
        LoadAct.Transfer => ["TransferLetter", "TransferNotice"],
        LoadAct.Accept => ["AcceptanceNotice"],
        LoadAct.Progress => ["ProgressReply"],
        LoadAct.Send => [ReplyPapers.TypeOf(subject.Track)],
        _ => [],
    };

    private LoadSubject Subject(ref LoadDice dice)
    {
        var left = dice.Unit() * subjects;
        foreach (var subject in LoadSubject.All)
        {
            left -= subject.Weight;
            if (left < 0)
            {
                return subject;
            }
        }

        return LoadSubject.All[0];
    }

    private List<(LoadAct Act, DateTime At)> Life(LoadSubject subject, DateTime received, ref LoadDice dice)
    {
        var acts = new List<(LoadAct, DateTime)>();
        var at = received;
        // Most are on time, some drag on.
        var slow = dice.Chance(0.06) ? 2.4 : 1.0;
        void Then(LoadAct act, double daysLater, ref LoadDice luck)
        {
            at = Working(at.AddDays(daysLater * slow), at, ref luck);
            acts.Add((act, at));
        }

        Then(LoadAct.Screen, 0.3 + (dice.Unit() * 1.2), ref dice);
        if (dice.Chance(0.02))
        {
            Then(LoadAct.Withdraw, dice.Between(1, 4), ref dice);
            Ending(acts, at, dice.Between(5, 20), ref dice);
            return acts;
        }

        Then(LoadAct.Classify, dice.Unit() * 1.5, ref dice);
        var way = dice.Unit() + (subject.Category is "Enquiry" or "Suggestion" ? -0.45 : 0);
        if (way < 0.12)
        {
            Then(LoadAct.Answer, 0, ref dice);
            Ending(acts, at, dice.Between(1, 6), ref dice);
        }
        else if (way < 0.3)
        {
            Then(LoadAct.ProposeTransfer, 0.2, ref dice);
            Then(LoadAct.Transfer, 0.4 + dice.Unit(), ref dice);
            Ending(acts, at, dice.Between(3, 20), ref dice);
        }
        else if (way < 0.46)
        {
            Then(LoadAct.ProposeRefusal, 0.4, ref dice);
            Then(LoadAct.Refuse, 0.4 + dice.Unit(), ref dice);
            Ending(acts, at, dice.Between(5, 30), ref dice);
        }
        else
        {
            Then(LoadAct.Accept, dice.Unit() * 2.5, ref dice);
            Handling(subject, Then, ref dice);
            Ending(acts, at, dice.Between(2, 12), ref dice);
        }

        return acts;
    }

    private delegate void Step(LoadAct act, double daysLater, ref LoadDice luck);

    private static void Handling(LoadSubject subject, Step then, ref LoadDice dice)
    {
        then(LoadAct.Start, 0.5 + (dice.Unit() * 2), ref dice);
        then(LoadAct.Contact, 0.5 + (dice.Unit() * 2), ref dice);
        then(LoadAct.Check, subject.IsShort ? 1 : dice.Between(5, 25), ref dice);
        if (!subject.IsShort && dice.Chance(0.12))
        {
            then(LoadAct.Progress, dice.Between(5, 20), ref dice);
        }

        then(LoadAct.Submit, subject.IsShort ? dice.Between(1, 4) : dice.Between(5, 30), ref dice);
        if (dice.Chance(0.1))
        {
            then(LoadAct.Return, 0.5 + dice.Unit(), ref dice);
            then(LoadAct.Resubmit, dice.Between(1, 2), ref dice);
        }

        then(LoadAct.Approve, 0.4 + (dice.Unit() * 1.5), ref dice);
        then(LoadAct.Send, 0.3 + (dice.Unit() * 0.8), ref dice);
        then(LoadAct.Serve, 0.3 + (dice.Unit() * 5), ref dice);
        if (dice.Chance(0.45))
        {
            then(LoadAct.Rate, 0.3 + (dice.Unit() * 9), ref dice);
        }
    }

    private void Ending(List<(LoadAct Act, DateTime At)> acts, DateTime at, int daysLater, ref LoadDice dice)
    {
        foreach (var (act, more) in new[] { (LoadAct.Outcome, daysLater), (LoadAct.Close, 1), (LoadAct.FollowUp, dice.Between(8, 24)), (LoadAct.Archive, dice.Between(10, 50)) })
        {
            at = Working(at.AddDays(more), at, ref dice);
            acts.Add((act, at));
        }
    }

    /// <summary>In office hours of a working day, never before the act before.</summary>
    private DateTime Working(DateTime wanted, DateTime notBefore, ref LoadDice dice)
    {
        var day = calendar.NextWorkingDay(ChinaTime.DateOf(wanted));
        var at = ChinaTime.StartOfDayUtc(day).AddSeconds((9 * 3600) + dice.Below(8 * 3600)).AddMicroseconds(dice.Below(1_000_000));
        return at > notBefore ? at : notBefore.AddMinutes(10 + dice.Below(50));
    }
}
