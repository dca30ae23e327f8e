using DcoPortal.Domain.Text;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace DcoPortal.Web.Platform.Validation;

/// <summary>
/// On a property in which people write sentences: what stands there and says nothing, such as "N/A" or "-", is as if it were blank, so
/// that a required reason is asked for again and an optional one is not kept. What was typed still stands in the box when the page comes back.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class SentenceAttribute : Attribute
{
    /// <summary>
    /// True where "None" or "No" may be the whole of a true answer: under a heading of advice, in a reply to a question. Then only what can
    /// be no answer at all is nothing: a stroke, an error of Excel, "TBC", "as above".
    /// </summary>
    public bool NoneIsAnAnswer { get; set; }
}

/// <summary>Takes in a sentence: one that says nothing is null.</summary>
internal sealed class SentenceBinder(SentenceAttribute sentence) : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var value = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (value == ValueProviderResult.None) { return Task.CompletedTask; }
        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, value);
        var text = value.FirstValue;
        bindingContext.Result = ModelBindingResult.Success(string.IsNullOrWhiteSpace(text) || (sentence.NoneIsAnAnswer ? NotText.IsNoAnswer(text) : NotText.IsNothing(text)) ? null : text);
        return Task.CompletedTask;
    }
}

internal sealed class SentenceBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.ModelType == typeof(string) && (context.Metadata as DefaultModelMetadata)?.Attributes.Attributes.OfType<SentenceAttribute>().FirstOrDefault() is { } sentence ? new SentenceBinder(sentence) : null;
}
