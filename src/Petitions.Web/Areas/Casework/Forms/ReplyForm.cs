using FluentValidation;
using Microsoft.Extensions.Localization;
using Petitions.Domain.Petitions.Replies;
using Petitions.Web.Texts;

namespace Petitions.Web.Areas.Casework.Forms;

public sealed class ReplyForm
{
    public string? ClaimAnswers { get; set; }

    public string? Facts { get; set; }

    public string? Law { get; set; }

    public string? Articles { get; set; }

    public string? Reason { get; set; }

    public string? Assessment { get; set; }

    /// <summary><c>submit</c> hands it in; anything else keeps the draft.</summary>
    public string? Act { get; set; }

    /// <summary>Version of the draft the form was made from; 0 when there was none.</summary>
    public int Seen { get; set; }

    public ReplyTexts Texts => new()
    {
        Seen = Seen,
        ClaimAnswers = ClaimAnswers ?? "",
        Facts = Facts ?? "",
        Law = Law ?? "",
        Articles = Articles ?? "",
        Reason = Reason ?? "",
        Assessment = string.IsNullOrEmpty(Assessment) ? null : Assessment,
    };

    public sealed class Validator : AbstractValidator<ReplyForm>
    {
        public Validator(IStringLocalizer<CaseTexts> texts)
        {
            RuleFor(form => form.ClaimAnswers).MaximumLength(Reply.PartMax).WithMessage(_ => texts["error.long"]);
            RuleFor(form => form.Facts).MaximumLength(Reply.PartMax).WithMessage(_ => texts["error.long"]);
            RuleFor(form => form.Law).MaximumLength(Reply.PartMax).WithMessage(_ => texts["error.long"]);
            RuleFor(form => form.Articles).MaximumLength(Reply.ArticlesMax).WithMessage(_ => texts["error.long"]);
            RuleFor(form => form.Reason).MaximumLength(Reply.PartMax).WithMessage(_ => texts["error.long"]);
            When(form => form.Act == "submit", () =>
            {
                RuleFor(form => form.ClaimAnswers).NotEmpty().WithMessage(_ => texts["error.claims"]);
                RuleFor(form => form.Facts).NotEmpty().WithMessage(_ => texts["error.facts"]);
                RuleFor(form => form.Law).NotEmpty().WithMessage(_ => texts["error.law"]);
                RuleFor(form => form.Articles).NotEmpty().WithMessage(_ => texts["error.articles"]);
                RuleFor(form => form.Reason).NotEmpty().WithMessage(_ => texts["error.parts.reason"]);
                RuleFor(form => form.Assessment).NotEmpty().WithMessage(_ => texts["error.assessment"]);
            });
        }
    }
}
