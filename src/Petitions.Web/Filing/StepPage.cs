using Petitions.Services.Petitions;

namespace Petitions.Web.Filing;

/// <summary>Where a page of the form stands; every step view shows it the same way.</summary>
public sealed record StepPage(FilingStep Step, DraftAnswers Answers, bool Change)
{
    public int Number => FilingSteps.Of(Answers).ToList().IndexOf(Step) + 1;

    public int Total => FilingSteps.Of(Answers).Count;

    public string BackHref => "~" + (Change
        ? FilingSteps.Path(FilingStep.Check)
        : FilingSteps.Before(Step, Answers) is { } before ? FilingSteps.Path(before) : "/petitions/new");

    /// <summary>Reports against somebody: the way out and the way to forget stand on every page (UX-089).</summary>
    public bool IsReport => FilingRules.IsReport(Answers.Category);
}
