using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Primitives;

namespace DcoPortal.Web.Platform.Forms;

/// <summary>
/// Makes each line break of a posted text one character: browsers send two, which a page cannot write down as valid HTML,
/// and which would count twice against the length that the page counted. It runs after the framework has read the form.
/// </summary>
public sealed class LineBreaks : IValueProviderFactory
{
    /// <inheritdoc />
    public Task CreateValueProviderAsync(ValueProviderFactoryContext context)
    {
        for (var i = 0; i < context.ValueProviders.Count; i++)
        {
            // the form was read for this provider, so it is there
            if (context.ValueProviders[i].GetType() == typeof(FormValueProvider))
            {
                context.ValueProviders[i] = new FormValueProvider(BindingSource.Form, OneEach(context.ActionContext.HttpContext.Request.Form), CultureInfo.CurrentCulture);
            }
        }
        return Task.CompletedTask;
    }

    private static FormCollection OneEach(IFormCollection form) => new(form.ToDictionary(f => f.Key, f => new StringValues([.. f.Value.Select(v => v?.ReplaceLineEndings("\n"))])), form.Files);
}
