namespace DcoPortal.Web.Features.Assessments;

/// <summary>Words for where those stand who were asked, the same on the case and in the list.</summary>
internal static class AskedWords
{
    /// <summary>How many were closed or withdrawn before they fell due.</summary>
    public static string EndedBefore(int count) => $"{count} closed by the due date";
}
