using FluentValidation;
using Petitions.Domain.Petitions;

namespace Petitions.Web.Api.V1;

/// <summary>Shape of the body; codes and rules are checked by the service. Messages are for developers, in English.</summary>
public sealed class PetitionBodyValidator : AbstractValidator<PetitionBody>
{
    public PetitionBodyValidator()
    {
        RuleFor(body => body.Category).NotEmpty().WithMessage("category is required: a code of list PetitionCategory.");
        RuleFor(body => body.Title).MaximumLength(Petition.TitleMax).WithMessage($"title has at most {Petition.TitleMax} characters.");
        RuleFor(body => body.Text).NotEmpty().WithMessage("text is required.").MaximumLength(Petition.TextMax).WithMessage($"text has at most {Petition.TextMax} characters.");
        RuleFor(body => body.Request).NotEmpty().WithMessage("request is required.").MaximumLength(Petition.RequestMax).WithMessage($"request has at most {Petition.RequestMax} characters.");
        RuleFor(body => body.Language).Must(language => language is null or "zh-Hans" or "en").WithMessage("language is 'zh-Hans' or 'en'.");
        RuleFor(body => body.Petitioner).NotNull().WithMessage("petitioner is required.");
        RuleFor(body => body.Petitioner!.IdentityMode).NotEmpty().WithMessage("petitioner.identityMode is required: a code of list IdentityMode.").When(body => body.Petitioner is not null);
        RuleForEach(body => body.Respondents).ChildRules(respondent =>
        {
            respondent.RuleFor(r => r.Kind).Must(kind => kind is "Unit" or "Person").WithMessage("respondents[].kind is 'Unit' or 'Person'.");
            respondent.RuleFor(r => r.Name).NotEmpty().WithMessage("respondents[].name is required.").MaximumLength(50).WithMessage("respondents[].name has at most 50 characters.");
        });
        RuleFor(body => body.Respondents).Must(list => list is null || list.Count <= 20).WithMessage("respondents has at most 20 entries.");
    }
}
