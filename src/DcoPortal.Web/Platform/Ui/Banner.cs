using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace DcoPortal.Web.Platform.Ui;

/// <summary>The banner that the next page shows once: what was done, or what the person should know.</summary>
public static class Banner
{
    const string SuccessKey = "ui:success", NoticeKey = "ui:notice";

    /// <summary>Says on the next page that something was done, for example "Advice sent back to J Catterall".</summary>
    public static void Success(this ITempDataDictionary tempData, string text) => tempData[SuccessKey] = text;

    /// <summary>Takes back what was to be said, because this page has an error to say first.</summary>
    public static void WithoutSuccess(this ITempDataDictionary tempData) => tempData.Remove(SuccessKey);

    /// <summary>Says on the next page something important that is not a success.</summary>
    public static void Notice(this ITempDataDictionary tempData, string text) => tempData[NoticeKey] = text;

    /// <summary>Says it too, beside what is to be said already.</summary>
    public static void AlsoNotice(this ITempDataDictionary tempData, string text) => tempData[NoticeKey] = tempData.Peek(NoticeKey) is string before ? $"{before} {text}" : text;

    /// <summary>Whether something important is to be said that holds these words.</summary>
    public static bool Notes(this ITempDataDictionary tempData, string words) => (tempData.Peek(NoticeKey) as string)?.Contains(words, StringComparison.Ordinal) == true;

    /// <summary>Goes to a page, which says that something was done.</summary>
    public static LocalRedirectResult Success(this Controller controller, string text, string address)
    {
        controller.TempData.Success(text);
        return controller.LocalRedirect(address);
    }

    /// <summary>Goes to a page, which says something important that is not a success. A form in which somebody typed is given back with the same words instead.</summary>
    public static IActionResult Notice(this Controller controller, string text, string address)
    {
        if (controller.HasTyped()) { return controller.Instead(ErrorPages.ForLate(text) with { Onward = (address, "Go on without it") }); }
        controller.TempData.Notice(text);
        return controller.LocalRedirect(address);
    }

    internal static string? TakeSuccess(this ITempDataDictionary tempData) => tempData[SuccessKey] as string;

    internal static string? TakeNotice(this ITempDataDictionary tempData) => tempData[NoticeKey] as string;
}
