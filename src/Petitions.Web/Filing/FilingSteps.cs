using Petitions.Services.Petitions;

namespace Petitions.Web.Filing;

/// <summary>Which questions apply, which are answered, and where the form goes next.</summary>
public static class FilingSteps
{
    public static string Path(FilingStep step, bool change = false) => $"/petitions/new/{Segment(step)}{(change ? "?change=true" : "")}";

    public static string Segment(FilingStep step) => step switch
    {
        FilingStep.ForWhom => "for-whom",
        FilingStep.SubCategory => "sub-category",
        _ => step.ToString().ToLowerInvariant(),
    };

    public static IReadOnlyList<FilingStep> Of(DraftAnswers answers) => [.. Enum.GetValues<FilingStep>().Where(step => Applies(step, answers))];

    public static bool Applies(FilingStep step, DraftAnswers answers) => step switch
    {
        FilingStep.Person => answers.IdentityMode != "Anonymous",
        FilingStep.Principal => answers.ForAnother,
        // Who files for another has one question more already; twelve is the most (J1). Files are added from the check page.
        FilingStep.Files => !answers.ForAnother,
        _ => true,
    };

    public static bool IsDone(FilingStep step, DraftAnswers answers) => step switch
    {
        FilingStep.Consent => answers.Consent,
        FilingStep.ForWhom => answers.ForWhom is not null,
        FilingStep.Category => answers.Category is not null,
        FilingStep.SubCategory => answers.SubCategory is not null,
        FilingStep.Identity => answers.IdentityMode is not null && !(answers.ForAnother && answers.IdentityMode == "Anonymous"),
        FilingStep.Person => answers.Person.Name is not null,
        FilingStep.Principal => answers.Principal.Name is not null,
        FilingStep.Contact => answers.ContactAnswered,
        FilingStep.Respondents => answers.RespondentsAnswered,
        FilingStep.Matter => answers.Request is not null && answers.Text is not null,
        FilingStep.Files => answers.FilesAnswered,
        FilingStep.Office => answers.OfficeCode is not null,
        _ => false,
    };

    /// <summary>The first question still open; the check page when none is.</summary>
    public static FilingStep FirstOpen(DraftAnswers answers) => Of(answers).First(step => !IsDone(step, answers));

    /// <summary>Whoever changes one answer returns to the check page, unless the change opened another question.</summary>
    public static FilingStep Next(FilingStep step, DraftAnswers answers, bool change) =>
        change ? FirstOpen(answers) : Of(answers).First(later => later > step);

    public static FilingStep? Before(FilingStep step, DraftAnswers answers) =>
        Of(answers).Where(earlier => earlier < step).Select(earlier => (FilingStep?)earlier).LastOrDefault();
}
