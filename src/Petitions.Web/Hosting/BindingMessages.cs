using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Petitions.Web.Texts;

namespace Petitions.Web.Hosting;

/// <summary>Messages of the model binder itself, in the language of the page.</summary>
public sealed class BindingMessages(IStringLocalizer<SharedTexts> texts) : IConfigureOptions<MvcOptions>
{
    public void Configure(MvcOptions options)
    {
        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((_, _) => texts["binding.invalid"]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => texts["binding.invalid"]);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => texts["binding.invalid"]);
        messages.SetUnknownValueIsInvalidAccessor(_ => texts["binding.invalid"]);
        messages.SetValueIsInvalidAccessor(_ => texts["binding.invalid"]);
        messages.SetValueMustBeANumberAccessor(_ => texts["binding.number"]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => texts["binding.number"]);
        messages.SetValueMustNotBeNullAccessor(_ => texts["binding.missing"]);
        messages.SetMissingBindRequiredValueAccessor(_ => texts["binding.missing"]);
        messages.SetMissingKeyOrValueAccessor(() => texts["binding.missing"]);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => texts["binding.missing"]);
    }
}
