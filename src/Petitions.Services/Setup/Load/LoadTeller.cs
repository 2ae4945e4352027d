using Petitions.Domain.Facts;

namespace Petitions.Services.Setup.Load;

/// <summary>Tells one planned matter: every act is done by the entities' own verbs, at its own time, by a person who may do it.</summary>
internal sealed class LoadTeller(LoadWorld world, LoadPlan plan, int seed, List<object> rows)
{
    private readonly LoadStory story = new(world, plan, seed, rows);

    public void Tell()
    {
        var (screening, handling, ending) = (new LoadScreening(story), new LoadHandling(story), new LoadEnding(story));
        new LoadFiling(story).Receive();
        foreach (var (act, at) in plan.Acts)
        {
            story.Matter.PassTo(at);
            var now = CanonicalJson.ToMicroseconds(at);
            if (!screening.Do(act, now) && !handling.Do(act, now) && !ending.Do(act, now))
            {
                break;
            }
        }

        story.Matter.PassTo(world.Now);
        new LoadBeside(story).Tell();
        story.Matter.Finish();
    }
}
