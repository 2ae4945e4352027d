using FluentValidation;
using Microsoft.Extensions.Localization;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Admin.Models;

public sealed class SignInForm
{
    public string? UserName { get; set; }

    public string? Password { get; set; }

    public string? ReturnUrl { get; set; }

    public sealed class Validator : AbstractValidator<SignInForm>
    {
        public Validator(IStringLocalizer<AccountTexts> texts)
        {
            RuleFor(form => form.UserName).NotEmpty().WithMessage(_ => texts["sign-in.user.empty"]);
            RuleFor(form => form.Password).NotEmpty().WithMessage(_ => texts["sign-in.password.empty"]);
        }
    }
}
