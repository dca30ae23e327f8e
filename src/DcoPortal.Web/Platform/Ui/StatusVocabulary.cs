using DcoPortal.Web.Platform.Ui.TagHelpers;
using Microsoft.AspNetCore.Html;

namespace DcoPortal.Web.Platform.Ui;

/// <summary>The look and words of one status, the same everywhere.</summary>
/// <param name="Status">The status.</param>
/// <param name="Label">The status's name.</param>
/// <param name="Key">The status's line in the key.</param>
/// <param name="CssClass">The class that sets its colour.</param>
/// <param name="Order">The place in lists sorted by urgency: the most urgent first.</param>
/// <param name="Icon">The status's symbol as inline SVG, hidden from screen readers because the words stand beside it.</param>
public sealed record StatusLook(RagStatus Status, string Label, string Key, string CssClass, int Order, IHtmlContent Icon);

/// <summary>The one file that says which words, symbol, colour and order each status has. Never colour alone.</summary>
public static class StatusVocabulary
{
    /// <summary>All statuses in the order of the key.</summary>
    public static IReadOnlyList<StatusLook> All { get; } =
    [
        new(RagStatus.Done, "Done", "Done", "dco-rag--done", 4, Icon("dco-rag--done", Tick)),
        new(RagStatus.DoneLate, "Done late", "Done late", "dco-rag--done-late", 3, Icon("dco-rag--done-late", TickSquare)),
        new(RagStatus.OnTrack, "On track", $"On track, more than {TrafficLight.DueSoonDays} days left", "dco-rag--on-track", 2, Icon("dco-rag--on-track", Bar)),
        new(RagStatus.DueSoon, "Due soon", $"Due soon, {TrafficLight.DueSoonDays} days or fewer", "dco-rag--due-soon", 1, Icon("dco-rag--due-soon", Diamond)),
        new(RagStatus.Overdue, "Overdue", "Overdue", "dco-rag--overdue", 0, Icon("dco-rag--overdue", Triangle)),
    ];

    /// <summary>A local target that has passed: it must not look or read like an overdue limit of law.</summary>
    public static StatusLook PastTarget { get; } = new(RagStatus.Overdue, "Past local target", "Past a local target, which is not law", "dco-rag--past-target", 1, Icon("dco-rag--past-target", Ring));

    /// <summary>What the assessment ended for by the due date. Its words say so, so it stands in no key.</summary>
    public static StatusLook Lapsed { get; } = new(RagStatus.Lapsed, "The assessment ended by the due date", "The assessment ended by the due date", ToSendClass, 5, Icon(ToSendClass, Dash));

    /// <summary>Words of the marker that stands beside a status when an exemption is recorded.</summary>
    public const string ExemptionLabel = "Exemption recorded";

    /// <summary>The marker's line in the key.</summary>
    public const string ExemptionKey = "Exemption recorded (the date does not move)";

    /// <summary>The marker's line in the key where an exemption is only tried.</summary>
    public const string TriedKey = "Exemption tried (the date does not move)";

    /// <summary>The hatched symbol of a recorded exemption.</summary>
    public static IHtmlContent ExemptionIcon { get; } = Icon("", "<rect class=\"dco-icon__frame\" x=\"1\" y=\"3\" width=\"18\" height=\"14\"/><path class=\"dco-icon__hatch\" d=\"M3 15 9 5M8 15 14 5M13 15l4-7\"/>");

    /// <summary>The colour of requests prepared and not sent, where a bar shows every open one.</summary>
    public const string ToSendClass = "dco-rag--to-send";

    /// <summary>The colour of requests answered and not yet returned, where a bar shows every open one.</summary>
    public const string ToCheckClass = "dco-rag--to-check";

    /// <summary>The colour of requests that are asked for again or whose assessment has ended, where a bar shows every open one.</summary>
    public const string NoDateClass = "dco-rag--none";

    /// <summary>The symbols and words of these boxes, for the key under such bars.</summary>
    public static IReadOnlyList<(IHtmlContent Icon, string Key)> OpenBoxes { get; } = [(Icon(ToSendClass, Bar), "To send"), (Icon(ToCheckClass, Bar), "To check"), (Icon(NoDateClass, Bar), "No date running")];

    /// <summary>The symbol of the last working day, for the key under a timeline.</summary>
    public static IHtmlContent WorkingDayIcon { get; } = Icon("", "<path class=\"dco-icon__ink\" d=\"M10 3v14\"/>");

    /// <summary>What recorded exemptions add to a status, in words; empty for none. Never "not late".</summary>
    public static string Words(ExemptionStanding standing) => standing switch
    {
        ExemptionStanding.PastDueExempt => "Past due, exempt",
        ExemptionStanding.InTimeExempt => "In time, exempt",
        _ => "",
    };

    /// <summary>The marker's words beside a date, for lists that know only whether an exemption stands.</summary>
    /// <param name="hasExemption">Whether an exemption stands.</param>
    /// <param name="due">The due date (Europe/London).</param>
    /// <param name="doneOn">The day the work was done, or null (Europe/London).</param>
    /// <param name="today">Today (Europe/London).</param>
    /// <param name="hasLapsed">Whether the assessment ended by the due date.</param>
    public static string ExemptionWords(bool hasExemption, DateOnly due, DateOnly? doneOn, DateOnly today, bool hasLapsed = false) =>
        hasExemption && hasLapsed ? ExemptionLabel : Words(!hasExemption ? ExemptionStanding.None : (doneOn ?? today) > due ? ExemptionStanding.PastDueExempt : ExemptionStanding.InTimeExempt);

    /// <summary>Look of one status, of a limit of law or of a local target.</summary>
    public static StatusLook Of(RagStatus status, bool isLocalTarget) => isLocalTarget && status == RagStatus.Overdue ? PastTarget : Of(status);

    /// <summary>Look and words of one status.</summary>
    public static StatusLook Of(RagStatus status) => status == RagStatus.Lapsed ? Lapsed : All.First(s => s.Status == status);

    /// <summary>
    /// The status in words: "4 days overdue", "Due in 3 days", "Due today", "42 days left", "Done on 3 March 2026", "Done 4 days late".
    /// Without a due date only the status's name. All days are civil days in Europe/London.
    /// A local target is no limit of law, so it cannot make work overdue: "4 days past local target".
    /// </summary>
    public static string Words(RagStatus status, DateOnly? due, DateOnly? doneOn, DateOnly today, bool isLocalTarget = false) => status switch
    {
        RagStatus.Done when doneOn is { } done => $"Done on {UkText.LongDate(done)}",
        RagStatus.DoneLate when doneOn is { } done && due is { } by => $"Done {UkText.Days(done.DayNumber - by.DayNumber)} {(isLocalTarget ? LocalPast : "late")}",
        RagStatus.OnTrack when due is { } by => $"{UkText.Days(by.DayNumber - today.DayNumber)} left",
        RagStatus.DueSoon when due is { } by => (by.DayNumber - today.DayNumber) switch
        {
            0 => "Due today",
            1 => "Due tomorrow",
            var days => $"Due in {UkText.Days(days)}",
        },
        RagStatus.Overdue when due is { } by => $"{UkText.Days(today.DayNumber - by.DayNumber)} {(isLocalTarget ? LocalPast : "overdue")}",
        RagStatus.Lapsed when doneOn is { } done => $"Done on {UkText.LongDate(done)}. The assessment had ended by the due date",
        _ => Of(status).Label,
    };

    const string LocalPast = "past local target";
    const string Tick = "<circle class=\"dco-icon__fill\" cx=\"10\" cy=\"10\" r=\"9\"/><path class=\"dco-icon__tick\" d=\"M5 10l4 4 7-8\"/>";
    const string TickSquare = "<rect class=\"dco-icon__fill\" x=\"1\" y=\"1\" width=\"18\" height=\"18\"/><path class=\"dco-icon__tick\" d=\"M5 10l4 4 7-8\"/>";
    const string Bar = "<rect class=\"dco-icon__fill\" x=\"1\" y=\"5\" width=\"18\" height=\"10\"/>";
    const string Diamond = "<path class=\"dco-icon__fill\" d=\"M10 1l9 9-9 9-9-9z\"/>";
    const string Dash = "<rect class=\"dco-icon__fill\" x=\"3\" y=\"8\" width=\"14\" height=\"4\"/>";
    const string Ring = "<circle class=\"dco-icon__ring\" cx=\"10\" cy=\"10\" r=\"7\"/>";
    const string Triangle = "<path class=\"dco-icon__fill\" d=\"M10 1l9 17H1z\"/>";

    static HtmlString Icon(string colourClass, string shapes) => new HtmlString(
        $"<svg class=\"{Html.Classes("dco-icon", colourClass)}\" viewBox=\"0 0 20 20\" width=\"20\" height=\"20\" aria-hidden=\"true\" focusable=\"false\">{shapes}</svg>");
}
