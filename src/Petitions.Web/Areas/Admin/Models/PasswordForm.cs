using FluentValidation;
using Microsoft.Extensions.Localization;
using Petitions.Services.Offices;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Admin.Models;

public sealed class PasswordForm
{
    public string? Current { get; set; }

    public string? Next { get; set; }

    public string? Again { get; set; }

    public sealed class Validator : AbstractValidator<PasswordForm>
    {
        public Validator(IStringLocalizer<AccountTexts> texts)
        {
            RuleFor(form => form.Current).NotEmpty().WithMessage(_ => texts["sign-in.password.empty"]);
            RuleFor(form => form.Next).MinimumLength(PasswordRule.MinimumLength).WithMessage(_ => texts["password.short"])
                .NotEmpty().WithMessage(_ => texts["password.short"])
                .Must(next => next is null || !PasswordRule.IsCommon(next)).WithMessage(_ => texts["password.common"]);
            RuleFor(form => form.Again).Equal(form => form.Next).WithMessage(_ => texts["password.same"]);
        }
    }
}
