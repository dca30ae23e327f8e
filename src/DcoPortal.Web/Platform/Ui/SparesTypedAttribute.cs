using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Filters;

namespace DcoPortal.Web.Platform.Ui;

/// <summary>
/// An action whose button stands beside a form that it does not save: what is typed there comes along, and stops it, so that nothing
/// is thrown away without a word. The button names the form, and so needs no script.
/// </summary>
/// <param name="fields">The fields of that form; "Rows[].Name" for each of several rows. A chosen file stops it too.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed partial class SparesTypedAttribute(params string[] fields) : ActionFilterAttribute
{
    /// <inheritdoc />
    public override void OnActionExecuting(ActionExecutingContext context)
    {
        if (context.Controller is Controller controller && controller.Request.HasFormContentType && IsTyped(controller.Request.Form)) { context.Result = controller.Instead(ErrorPages.ForUnsent); }
    }

    private bool IsTyped(IFormCollection form) => form.Files.Any(f => f.Length > 0)
        || form.Any(f => fields.Contains(Row().Replace(f.Key, "[]"), StringComparer.OrdinalIgnoreCase) && !string.IsNullOrWhiteSpace(f.Value) && Written(f.Value) != Written(Was(form, f.Key)));

    // a field that was filled in when the page was opened says beside it with what
    private static string? Was(IFormCollection form, string key) => form.TryGetValue($"{key}Was", out var own) ? own : form[key[..(key.LastIndexOf('.') + 1)] + "Was"];

    private static string Written(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Row();
}
