using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Petitions.Web.Forms;

/// <summary>Days of forms and addresses are read by <see cref="DateText"/>; whatever that does not understand is an error of the field.</summary>
internal sealed class DayBinder : IModelBinder, IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) => context.Metadata.UnderlyingOrModelType == typeof(DateOnly) ? this : null;

    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var typed = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (typed == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }

        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, typed);
        var text = typed.FirstValue;
        if (DateText.Parse(text) is { } day)
        {
            bindingContext.Result = ModelBindingResult.Success(day);
        }
        else if (string.IsNullOrWhiteSpace(text) && bindingContext.ModelMetadata.IsReferenceOrNullableType)
        {
            bindingContext.Result = ModelBindingResult.Success(null);
        }
        else
        {
            var messages = bindingContext.ModelMetadata.ModelBindingMessageProvider;
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, messages.AttemptedValueIsInvalidAccessor(text ?? "", bindingContext.FieldName));
        }

        return Task.CompletedTask;
    }
}
