using DcoPortal.Casework.Assessments;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DcoPortal.Web.Features.Assessments;

/// <summary>The people of an authority as a form or a filter offers them: by account, never by name.</summary>
internal static class CaseOwnerChoices
{
    /// <summary>The value that stands for nobody.</summary>
    public const string Nobody = "nobody";

    /// <summary>The value that stands for the person who asks.</summary>
    public const string Me = "me";

    /// <summary>Whether a posted value is one of the choices in form.</summary>
    public static bool IsChoice(string? value) => value == Nobody || Guid.TryParse(value, out _);

    /// <summary>The account of a posted choice; null is nobody.</summary>
    public static Guid? AccountOf(string? value) => Guid.TryParse(value, out var id) ? id : null;

    /// <summary>Who can be given a case, oneself first, nobody last.</summary>
    public static IReadOnlyList<SelectListItem> ToGive(IReadOnlyList<CaseColleague> colleagues, Guid me) =>
        [.. Items(colleagues.Where(c => c.CanSignIn).OrderByDescending(c => c.UserId == me), c => c.UserId == me ? $"{c.Name} (you)" : c.Name), new SelectListItem("Nobody", Nobody)];

    /// <summary>Whose open cases can be handed over, with how many.</summary>
    public static IReadOnlyList<SelectListItem> Having(IReadOnlyList<CaseColleague> colleagues, int ofNobody) =>
    [
        .. Items(colleagues.Where(c => c.OpenCases > 0), c => $"{c.Name}{(c.CanSignIn ? "" : ", who cannot sign in any more")}: {UkText.Count(c.OpenCases, "open case")}"),
        .. ofNobody > 0 ? [new SelectListItem($"Nobody: {UkText.Count(ofNobody, "open case")}", Nobody)] : Array.Empty<SelectListItem>(),
    ];

    /// <summary>Whose cases a list can show.</summary>
    public static IReadOnlyList<SelectListItem> ToFilter(IReadOnlyList<CaseColleague> colleagues, Guid me, string? chosen)
    {
        SelectListItem[] fixedOnes = [new("My cases", Me), new("Nobody’s cases", Nobody)];
        List<SelectListItem> all = [.. fixedOnes, .. Items(colleagues.Where(c => c.UserId != me), c => c.CanSignIn ? c.Name : $"{c.Name}, who cannot sign in any more")];
        foreach (var item in all) { item.Selected = item.Value == chosen; }
        return all;
    }

    private static IReadOnlyList<SelectListItem> Items(IEnumerable<CaseColleague> people, Func<CaseColleague, string> text) =>
        ToldApart.Items(people.Select(c => new DirectoryChoice(c.UserId.ToString(), text(c), c.Email)));
}
