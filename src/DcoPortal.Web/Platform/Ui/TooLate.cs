using DcoPortal.Web.Platform.SignIn.Interrupted;

namespace DcoPortal.Web.Platform.Ui;

/// <summary>Answers a form that came too late: a page says why, and gives back what was typed. Going to another page would lose it.</summary>
internal static class TooLate
{
    /// <summary>Shows a page instead of what the form would have done.</summary>
    public static IActionResult Instead(this Controller controller, ErrorPage page)
    {
        controller.HttpContext.Items[ErrorPages.Instead] = page;
        return controller.StatusCode(page.Status);
    }

    /// <summary>Whether this is a form in which somebody typed.</summary>
    public static bool HasTyped(this Controller controller) => HttpMethods.IsPost(controller.Request.Method) && controller.Request.HasFormContentType
        && TypedText.Of(PostedFields.Of(controller.Request.Form), TypedText.LabelsOf(controller.ControllerContext.ActionDescriptor, controller.MetadataProvider)).Count > 0;
}
