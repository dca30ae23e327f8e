using Microsoft.AspNetCore.Mvc.Rendering;

namespace DcoPortal.Web.Platform.Ui;

/// <summary>A choice from the directory that may read the same as another.</summary>
/// <param name="Value">The value in the form.</param>
/// <param name="Text">The text that a person reads.</param>
/// <param name="Address">Its email address: shown where another choice has the same text.</param>
/// <param name="Group">The heading of its group, or null.</param>
public sealed record DirectoryChoice(string Value, string Text, string Address, SelectListGroup? Group = null);

/// <summary>No two choices of a list read the same: a person who confuses them would send a child's record to the wrong people.</summary>
public static class ToldApart
{
    /// <summary>The choices in their order; those with equal text also show their address.</summary>
    public static IReadOnlyList<SelectListItem> Items(IEnumerable<DirectoryChoice> choices)
    {
        var all = choices.ToList();
        return [.. all.Zip(Names(all.Select(c => (c.Text, c.Address))), (c, text) => new SelectListItem(text, c.Value) { Group = c.Group })];
    }

    /// <summary>The names in their order; equal ones also show their address.</summary>
    public static IReadOnlyList<string> Names(IEnumerable<(string Name, string Address)> named)
    {
        var all = named.ToList();
        var times = all.CountBy(n => n.Name, StringComparer.OrdinalIgnoreCase).ToDictionary(StringComparer.OrdinalIgnoreCase);
        return [.. all.Select(n => times[n.Name] == 1 ? n.Name : $"{n.Name} ({n.Address})")];
    }
}
