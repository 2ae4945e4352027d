using Microsoft.Extensions.Localization;
using Petitions.Services.Petitions;
using Petitions.Web.TagHelpers;
using Petitions.Web.Texts;

namespace Petitions.Web.Filing;

/// <summary>The questions of the form with their state.</summary>
public static class TaskRows
{
    public static IEnumerable<TaskRow> Of(DraftAnswers answers, IStringLocalizer<FilingTexts> texts)
    {
        var open = FilingSteps.FirstOpen(answers);
        return FilingSteps.Of(answers).Select(step => new TaskRow(texts[$"task.{FilingSteps.Segment(step)}"], State(step), "~" + FilingSteps.Path(step)));

        TaskRowState State(FilingStep step) =>
            FilingSteps.IsDone(step, answers) ? TaskRowState.Done
            : step == open ? (step == FilingStep.Consent ? TaskRowState.NotStarted : TaskRowState.InProgress)
            : TaskRowState.CannotStart;
    }
}
