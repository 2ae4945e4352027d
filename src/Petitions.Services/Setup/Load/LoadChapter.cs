using Petitions.Domain.Petitions;

namespace Petitions.Services.Setup.Load;

/// <summary>What every chapter of a story has at hand: the dice, the invented office, the plan of this life and its matter.</summary>
internal abstract class LoadChapter(LoadStory story)
{
    protected LoadStory Story { get; } = story;

    protected ref LoadDice Dice => ref Story.Dice;

    protected LoadWorld World => Story.World;

    protected LoadPlan Plan => Story.Plan;

    protected LoadMatter Matter => Story.Matter;

    protected Petition Petition => Story.Petition;

    /// <summary>Does one act of the plan; false when it is none of this chapter, or may not be done yet.</summary>
    public abstract bool Do(LoadAct act, DateTime now);
}
