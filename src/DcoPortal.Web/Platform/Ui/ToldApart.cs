using Microsoft.AspNetCore.Mvc.Rendering;

namespace DcoPortal.Web.Platform.Ui;

/// <summary>A choice of the directory before it is known whether another reads the same.</summary>
/// <param name="Value">What the form sends.</param>
/// <param name="Text">What a person reads.</param>
/// <param name="Address">Its email address: shown where another choice has the same text.</param>
/// <param name="Group">Under which heading it stands, or null.</param>
public sealed record DirectoryChoice(string Value, string Text, string Address, SelectListGroup? Group = null);

/// <summary>No two choices of a list read the same: whoever cannot tell them apart sends a child's record to the wrong people.</summary>
public static class ToldApart
{
    /// <summary>The choices in their order; those of equal text with their address behind it.</summary>
    public static IReadOnlyList<SelectListItem> Items(IEnumerable<DirectoryChoice> choices)
    {
        var all = choices.ToList();
        return [.. all.Zip(Names(all.Select(c => (c.Text, c.Address))), (c, text) => new SelectListItem(text, c.Value) { Group = c.Group })];
    }

    /// <summary>The names in their order; equal ones with their address behind them.</summary>
    public static IReadOnlyList<string> Names(IEnumerable<(string Name, string Address)> named)
    {
        var all = named.ToList();
        var times = all.CountBy(n => n.Name, StringComparer.OrdinalIgnoreCase).ToDictionary(StringComparer.OrdinalIgnoreCase);
        return [.. all.Select(n => times[n.Name] == 1 ? n.Name : $"{n.Name} ({n.Address})")];
    }
}
