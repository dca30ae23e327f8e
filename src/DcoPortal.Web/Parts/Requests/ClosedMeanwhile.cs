namespace DcoPortal.Web.Parts.Requests;

/// <summary>Answers a form about a request that somebody closed while the form was open.</summary>
internal static class ClosedMeanwhile
{
    /// <summary>Gives back what was typed, with where the request is now.</summary>
    public static IActionResult Closed(this Controller controller, RequestHead head)
    {
        controller.HttpContext.Items[ErrorPages.Instead] = ErrorPages.ForClosed(head.Path);
        return controller.StatusCode(StatusCodes.Status409Conflict);
    }
}
