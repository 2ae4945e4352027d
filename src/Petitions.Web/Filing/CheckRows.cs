using Microsoft.Extensions.Localization;
using Petitions.Services.Files.Attachments;
using Petitions.Services.Petitions;
using Petitions.Web.TagHelpers;
using Petitions.Web.Texts;

namespace Petitions.Web.Filing;

/// <summary>The lines of the check-answers page; every Change link comes back to it.</summary>
public static class CheckRows
{
    public static IEnumerable<AnswerRow> Of(DraftAnswers answers, FilingChoices choices, IStringLocalizer<FilingTexts> texts, IReadOnlyList<DraftFileLine> files)
    {
        AnswerRow Row(string key, string? value, FilingStep step) =>
            new(texts[key], string.IsNullOrWhiteSpace(value) ? null : value, "~" + FilingSteps.Path(step, change: true));

        yield return Row("check.for-whom", texts[$"for-whom.{answers.ForWhom}"], FilingStep.ForWhom);
        yield return Row("check.category", choices.Label("PetitionCategory", answers.Category), FilingStep.Category);
        yield return Row("check.sub-category",
            answers.SubCategory == DraftAnswers.NotSure ? texts["sub-category.not-sure"] : choices.Label("PetitionSubCategory", answers.SubCategory), FilingStep.SubCategory);
        yield return Row("check.identity", texts[$"identity.{answers.IdentityMode}"], FilingStep.Identity);
        if (FilingSteps.Applies(FilingStep.Person, answers))
        {
            yield return Row("check.person", Lines(answers.Person, choices), FilingStep.Person);
        }

        if (answers.ForAnother)
        {
            yield return Row("check.principal", Lines(answers.Principal, choices), FilingStep.Principal);
        }

        yield return Row("check.way", choices.Label("DeliveryWay", answers.NoticeWay) + (answers.SmsAllowed ? "\n" + texts["contact.sms.yes"] : ""), FilingStep.Contact);
        yield return Row("check.needs", string.Join('\n', answers.SpecialNeeds.Select(need => choices.Label("SpecialNeed", need))), FilingStep.Contact);
        yield return Row("check.respondents", string.Join('\n', answers.Respondents.Select(r => r.Name)), FilingStep.Respondents);
        yield return Row("check.request", answers.Request, FilingStep.Matter);
        yield return Row("check.text", answers.Text, FilingStep.Matter);
        yield return Row("check.files", string.Join('\n', files.Select(file => file.Name)), FilingStep.Files);
        yield return Row("check.office", choices.OfficeName(answers.OfficeCode), FilingStep.Office);
    }

    private static string Lines(FiledPerson person, FilingChoices choices)
    {
        var id = person.IdNumber is null ? null : $"{choices.Label("IdKind", person.IdKind)} {person.IdNumber}";
        return string.Join('\n', new[] { person.Name, id, person.Phone, person.Email, person.Address }.Where(line => line is not null));
    }
}
